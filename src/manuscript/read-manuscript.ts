import type { Code } from '#src/diagnostics/catalogue.ts';
import type { Finding } from '#src/diagnostics/finding.ts';
import { sortFindings } from '#src/diagnostics/sort-findings.ts';
import { keepImages, keepPromises } from './assemble.ts';
import { mapConcurrently } from './concurrency.ts';
import { type ContentTree, isMarkdown, sortContent } from './content-tree.ts';
import { checkEmbeds } from './embeds.ts';
import { type NamedAt, createFindImage, indexFiles } from './find-image.ts';
import { listFiles } from './list-files.ts';
import type { Manuscript } from './manuscript.ts';
import { readEntries } from './read-entries.ts';
import { readImages } from './read-images.ts';
import type { SeriesContext } from './series-entry.ts';
import { readSite, stopgapSettings } from './site-entry.ts';
import { type SourceFile, readSourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';

export interface ReadManuscript {
  /** Whatever passed; undefined only where site.yaml cannot be used. */
  readonly manuscript: Manuscript | undefined;
  /** In the order of file, line, column and code. */
  readonly findings: readonly Finding[];
  /** The codes of advice that the writer does not want to hear; all where that cannot be known. */
  readonly silenced: readonly Code[];
}

/**
 * Reads and checks a content folder. What a person did wrong is a finding, and the entry that
 * cannot be used for it is left out; the result does not depend on the order in which the file
 * system lists or delivers files.
 */
export async function readManuscript(
  contentDir: string,
  tools: ManuscriptTools,
): Promise<ReadManuscript> {
  const list = await listFiles(contentDir);
  if (list.findings.some(({ file }) => file === '.')) {
    return { manuscript: undefined, findings: list.findings, silenced: [] };
  }
  const tree = sortContent(list);
  const findings: Finding[] = [...list.findings, ...tree.findings];
  const files = await readSources(contentDir, tree, findings);
  const siteFile = files.get('site.yaml');
  const site = siteFile === undefined ? undefined : readSite(siteFile);
  const known = site?.known ?? stopgapSettings;
  findings.push(...(site?.findings ?? []));

  const index = indexFiles(list.files);
  const named = new Map<string, NamedAt>();
  const context: SeriesContext = {
    site: known,
    tools,
    findImage: createFindImage(index, named),
  };
  const read = readEntries(tree, files, context);
  findings.push(...read.findings);
  const entries = keepPromises(read.entries, findings);
  const { images, findings: imageFindings } = await readImages(contentDir, entries, {
    index,
    named,
    tools,
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

/** Few enough for any limit on open files, enough to keep a disk busy. */
const openFiles = 32;

type Sources = ReadonlyMap<string, SourceFile>;

async function readSources(
  contentDir: string,
  tree: ContentTree,
  findings: Finding[],
): Promise<Sources> {
  const read = await mapConcurrently(sourcesOf(tree), openFiles, (path) =>
    readSourceFile(contentDir, path),
  );
  const files = new Map<string, SourceFile>();
  for (const result of read) {
    if ('file' in result) {
      files.set(result.file.path, result.file);
    } else {
      findings.push(result.finding);
    }
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
