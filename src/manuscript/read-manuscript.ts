import { join } from 'node:path';
import type { Code } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { sortFindings } from '#src/diagnostics/sort-findings.ts';
import { keepImages, keepPromises } from './assemble.ts';
import { type ContentTree, isMarkdown, sortContent } from './content-tree.ts';
import { checkEmbeds } from './embeds.ts';
import { createFindImage, indexFiles, type NamedAt } from './find-image.ts';
import { listFiles } from './list-files.ts';
import type { Manuscript } from './manuscript.ts';
import { readEntries } from './read-entries.ts';
import { readImages } from './read-images.ts';
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts';
import { readSite, stopgapSettings } from './site-entry.ts';
import { readSourceFileSync, type SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';

export interface ReadManuscript {
  /** Whatever passed; undefined only where site.yaml cannot be used. */
  readonly manuscript: Manuscript | undefined;
  /** In the order of file, line, column and code. */
  readonly findings: readonly Finding[];
  /** The codes of advice that the writer does not want to hear; all where that cannot be known. */
  readonly silenced: readonly Code[];
}

/** Reads a content folder again and again: what has not changed since is not read anew. */
export interface ManuscriptReader {
  /** As `readManuscript`; not to be called again before it has ended. */
  readonly read: () => Promise<ReadManuscript>;
}

/** @param tools - have to give the same results for the same files each time */
export function createManuscriptReader(
  contentDir: string,
  tools: ManuscriptTools,
): ManuscriptReader {
  let memory = createReadingMemory();
  return {
    async read() {
      try {
        return await readWith(memory, contentDir, tools);
      } catch (error) {
        // Whatever it was in the middle of is not there to be used again.
        memory = createReadingMemory();
        throw error;
      }
    },
  };
}

/**
 * Reads and checks a content folder. What a person did wrong is a finding, and the entry that
 * cannot be used for it is left out; the result does not depend on the order in which the file
 * system lists or delivers files.
 */
export function readManuscript(
  contentDir: string,
  tools: ManuscriptTools,
): Promise<ReadManuscript> {
  return createManuscriptReader(contentDir, tools).read();
}

async function readWith(
  memory: ReadingMemory,
  contentDir: string,
  tools: ManuscriptTools,
): Promise<ReadManuscript> {
  const list = listFiles(contentDir);
  if (list.findings.some(({ file }) => file === '.')) {
    return { manuscript: undefined, findings: list.findings, silenced: [] };
  }
  const tree = sortContent(list);
  const findings: Finding[] = [...list.findings, ...tree.findings];
  const files = readSources(contentDir, tree, memory.sources, findings);
  const siteFile = files.get('site.yaml');
  const site = siteFile === undefined ? undefined : readSite(siteFile);
  const known = site?.known ?? stopgapSettings;
  findings.push(...(site?.findings ?? []));

  const index = indexFiles(list.files);
  const named = new Map<string, NamedAt>();
  const findImage = createFindImage(index, named);
  const read = await readEntries(tree, files, { site: known, tools, findImage, memory });
  findings.push(...read.findings);
  const entries = keepPromises(read.entries, findings);
  const { images, findings: imageFindings } = await readImages(contentDir, entries, {
    index,
    named,
    tools,
    known: memory.images,
  });
  findings.push(...imageFindings, ...checkEmbeds(entries, known.embeds));

  const inOrder = sortFindings(findings);
  const { silencedAdvice: silenced = [] } = known;
  if (site?.settings === undefined) {
    return { manuscript: undefined, findings: inOrder, silenced };
  }
  const kept = keepImages(entries, new Set(images.map(({ path }) => path)));
  const present = new Set(
    [...kept.series, ...kept.episodes, ...kept.pages].map(({ path }) => path),
  );
  const leftOut = list.files.filter((path) => isEntry(path) && !present.has(path));
  const manuscript = { settings: site.settings, ...kept, images, leftOut };
  return { manuscript, findings: inOrder, silenced };
}

function isEntry(path: string): boolean {
  return isMarkdown(path) || path.endsWith('/series.yaml');
}

type Sources = ReadonlyMap<string, SourceFile>;

function readSources(
  contentDir: string,
  tree: ContentTree,
  known: ReadingMemory['sources'],
  findings: Finding[],
): Sources {
  const files = new Map<string, SourceFile>();
  for (const path of sourcesOf(tree)) {
    const { current, last, keep } = known.look(join(contentDir, path));
    if (current !== undefined) {
      files.set(path, current);
      continue;
    }
    const read = readSourceFileSync(contentDir, path);
    if ('finding' in read) {
      findings.push(read.finding);
      continue;
    }
    const file = read.file.digest === last?.digest ? last : read.file;
    keep(file);
    files.set(path, file);
  }
  return files;
}

function sourcesOf(tree: ContentTree): readonly string[] {
  return [
    ...(tree.hasSite ? ['site.yaml'] : []),
    ...tree.pages,
    ...tree.series.flatMap(({ settings, markdown }) => [settings, ...markdown]),
  ];
}
