import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { ReadManuscript } from '#src/manuscript/read-manuscript.ts';
import { readAddresses } from '#src/manuscript/promised-addresses.ts';
import { readManuscript } from '#src/manuscript/read-manuscript.ts';
import type { Body, InspectedBody, ManuscriptTools } from '#src/manuscript/tools.ts';
import { checkPromises } from '#src/site/check-promises.ts';
import { checkReferences } from '#src/site/check-references.ts';
import { inspectInline, inspectMarkdown } from '#src/text/inspect.ts';

/**
 * Stands in for the text pipeline: finds plain links and images, counts code units, and takes
 * anything that begins with the PNG signature for an image of one pixel. Slips are the real ones.
 */
export const tools: ManuscriptTools = {
  inspectBodies: (bodies) => Promise.resolve(bodies.map(inspectBody)),
  inspectInline,
  async measureImage(path) {
    const bytes = await readFile(path);
    if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') {
      throw new Error('no image');
    }
    return { width: 1, height: 1 };
  },
};

function inspectBody({ markdown: source, ...options }: Body): InspectedBody {
  const found = source.split('\n').flatMap((text, index) =>
    Array.from(text.matchAll(/(!?)\[[^\]]*\]\(([^)]*)\)/g), (match) => ({
      isImage: match[1] === '!',
      reference: { url: match[2] ?? '', line: index + 1, column: match.index + 1 },
    })),
  );
  return {
    slips: inspectMarkdown(source, options).slips,
    length: source.trim().length,
    isEmpty: source.replace(/<!--[^]*?-->/g, '').trim() === '',
    links: found.filter(({ isImage }) => !isImage).map(({ reference }) => reference),
    images: found.filter(({ isImage }) => isImage).map(({ reference }) => reference),
    embeds: source.split('\n').flatMap((text, index) =>
      Array.from(text.matchAll(/<iframe src="([^"]*)"(?: title="([^"]*)")?/g), (match) => ({
        url: match[1] ?? '',
        line: index + 1,
        column: match.index + 1,
        title: match[2] ?? '',
      })),
    ),
  };
}

/** Reads and checks a folder; drafts are what is unpublished, and `/` is the only other address. */
export async function checkFolder(folder: string): Promise<readonly Finding[]> {
  const { manuscript, findings } = await readManuscript(folder, tools);
  if (manuscript === undefined) return findings;
  const isPublished = ({ draft }: { readonly draft: boolean }) => !draft;
  const { promised, findings: ofList } = await readAddresses(folder);
  return [
    ...findings,
    ...checkReferences({ manuscript, isPublished, hasAddress: (path) => path === '/' }),
    ...(promised === undefined ? ofList : checkPromises({ manuscript, promised, isPublished })),
  ];
}

/** The content of files by path; text is written as UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A content folder without mistakes, with these files added or put in place of its own. */
export async function withContent<T>(
  files: Files,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tsuzuki-content-'));
  try {
    for (const [path, content] of Object.entries({ ...soundContent, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads a content folder without mistakes but for these files. */
export async function readContent(files: Files): Promise<ReadManuscript> {
  return withContent(files, (folder) => readManuscript(folder, tools));
}

/** A file of an episode with these lines of frontmatter. */
export function markdown(frontmatter: string, body = '本文。\n'): string {
  return `---\n${frontmatter}\n---\n\n${body}`;
}

const soundContent: Files = {
  'site.yaml': 'title: 続きの間\nurl: https://example.org/novels\n',
  'kiri/series.yaml': 'title: 霧の夜\n',
  'kiri/01.md': markdown('order: 1\ndate: 2026-04-01'),
};
