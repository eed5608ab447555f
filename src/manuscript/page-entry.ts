import type { Finding } from '#src/diagnostics/finding.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { Later } from './inspection.ts';
import type { PageEntry, SiteSettings } from './manuscript.ts';
import { inspectFile, inspectKeys, type TextTools } from './references.ts';
import { pageSchema } from './schemas/page.ts';
import type { SourceFile } from './source-file.ts';
import { validate } from './validate.ts';

export interface PageContext {
  readonly site: Pick<SiteSettings, 'language'>;
  readonly tools: TextTools;
  /** That of the only series; undefined where there are none or several. */
  readonly folder: string | undefined;
}

export interface PageReading {
  /** Undefined where the file cannot be used; the findings say why. */
  readonly page: PageEntry | undefined;
  readonly findings: readonly Finding[];
}

/** A page of its own, with every default filled in. */
export function readPage(
  file: SourceFile,
  { site, tools, folder }: PageContext,
): Later<PageReading> {
  const read = readFrontmatter(file);
  const { settings } = read;
  if (settings === undefined) {
    return () => ({ page: undefined, findings: read.findings });
  }
  const key = partKeys.find((part) => Object.hasOwn(settings, part));
  if (key !== undefined) {
    const values = { key, ...(folder === undefined ? {} : { folder }) };
    const position = read.locate([key], 'key');
    const finding: Finding = { code: 'part-outside', file: file.path, ...position, values };
    return () => ({ page: undefined, findings: [finding] });
  }
  const place = { path: file.path, concept: 'page', locate: read.locate } as const;
  const { value, findings: mistakes } = validate(pageSchema, settings, place, { forgiving: false });
  const text = { file, tools, language: site.language, breaks: true };
  const inBody = inspectFile(read, text);
  const { title, summary } = value ?? {};
  const inKeys = inspectKeys({ markdown: {}, lines: { title, summary } }, read.locate, text);
  return () => {
    const { body, findings: slips } = inBody();
    const findings = [...mistakes, ...slips];
    // Nobody but the writer sees a draft.
    if (body.isEmpty && settings['draft'] !== true) {
      const line = read.bodyLine;
      findings.push({ code: 'body-empty', file: file.path, line, column: 1, values: {} });
    }
    if (value === undefined) {
      return { page: undefined, findings };
    }
    const page: PageEntry = {
      slug: file.path.replace(/\.md$/i, '').normalize('NFC'),
      path: file.path,
      digest: file.digest,
      title: value.title,
      summary: value.summary,
      draft: value.draft ?? false,
      body,
    };
    return { page, findings: [...findings, ...inKeys().findings] };
  };
}

/** What only a part of a series has. */
const partKeys = ['order', 'date', 'kind'];
