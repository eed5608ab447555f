import type { Finding } from '#src/diagnostics/finding.ts';
import type { Entries } from './assemble.ts';
import { checkAddresses } from './check-addresses.ts';
import type { ContentTree, SeriesFolder } from './content-tree.ts';
import { type ReadEpisode, readEpisode } from './episode-entry.ts';
import type { FindImage } from './find-image.ts';
import { createInspection, type Later } from './inspection.ts';
import type { SiteSettings } from './manuscript.ts';
import { once } from './once.ts';
import { compareTexts } from './order-texts.ts';
import { readPage } from './page-entry.ts';
import type { ReadingMemory } from './reading-memory.ts';
import type { TextTools } from './references.ts';
import { episodeSchema } from './schemas/episode.ts';
import { type ReadSeries, readSeries, unreadSeries } from './series-entry.ts';
import { seriesRules } from './series-rules.ts';
import type { SourceFile } from './source-file.ts';
import type { ManuscriptTools } from './tools.ts';

type Sources = ReadonlyMap<string, SourceFile>;

export interface EntriesContext {
  readonly site: SiteSettings;
  readonly tools: ManuscriptTools;
  readonly findImage: FindImage;
  /** Of former readings with the same tools. */
  readonly memory: ReadingMemory;
}

/**
 * The entries of all files that can be used, checked each for itself and all together. The settings
 * of all files are read first, then all Markdown is inspected, and then follows what depends on it.
 */
export async function readEntries(
  tree: ContentTree,
  files: Sources,
  { site, tools, findImage, memory }: EntriesContext,
): Promise<{ entries: Entries; findings: readonly Finding[] }> {
  const inspection = createInspection(tools.inspectBodies);
  const schema = episodeSchema(site.timezone);
  const texts = { ...tools, inspection };
  const context = { site, schema, tools: texts, findImage, memory };
  const openFolders = tree.series.map((folder) => readFolder(folder, files, context));
  const openPages = readPages(tree, files, context);
  await inspection.run();

  const folders = openFolders.map((rest) => rest());
  const pages = openPages.map((rest) => rest());
  const seriesByFolder = new Map(folders.map(({ folder, series }) => [folder.path, series]));
  return {
    entries: {
      series: folders
        .flatMap(({ series }) => (series === undefined ? [] : [series.entry]))
        .toSorted((a, b) => compareTexts(a.id, b.id)),
      episodes: folders.flatMap(({ episodes }) => episodes.map(({ entry }) => entry)),
      pages: pages.flatMap(({ page }) => (page === undefined ? [] : [page])),
    },
    findings: [
      ...folders.flatMap(({ findings }) => findings),
      ...pages.flatMap(({ findings }) => findings),
      ...checkAddresses(tree, (path) => seriesByFolder.get(path)),
    ],
  };
}

interface Context extends Omit<EntriesContext, 'tools'> {
  readonly schema: ReturnType<typeof episodeSchema>;
  readonly tools: TextTools;
}

interface ReadFolder {
  readonly folder: SeriesFolder;
  readonly series: ReadSeries | undefined;
  readonly episodes: readonly ReadEpisode[];
  readonly findings: readonly Finding[];
}

function readFolder(folder: SeriesFolder, files: Sources, context: Context): Later<ReadFolder> {
  const { site, schema, tools, findImage, memory } = context;
  const file = files.get(folder.settings);
  const { texts, rest } =
    file === undefined
      ? unreadSeries(folder, site)
      : memory.series(file, [site.language], () => readSeries(folder, file, { site, tools }));
  const openEpisodes = folder.markdown.flatMap((path) => {
    const source = files.get(path);
    if (source === undefined) return [];
    const dependsOn = [texts.language, texts.breaks, site.timezone];
    return memory.episodes(source, dependsOn, () =>
      once(readEpisode(source, { series: texts, schema, tools })),
    );
  });
  return () => {
    const readSettings = rest();
    const results = openEpisodes.map((open) => open());
    const findings = [...readSettings.findings, ...results.flatMap((result) => result.findings)];
    const withImage = <T extends ReadSeries | ReadEpisode>(read: T | undefined): T | undefined => {
      if (read?.image === undefined) return read;
      const image = findImage(read.image);
      findings.push(...image.findings);
      return { ...read, entry: { ...read.entry, image: image.path } };
    };
    const series = withImage(readSettings.series);
    const episodes = results.flatMap(({ episode }) => withImage(episode) ?? []);
    // Without its series, an episode is read for its own mistakes only.
    if (series === undefined) return { folder, series, episodes: [], findings };
    const isWhole = episodes.length === folder.markdown.length;
    findings.push(...seriesRules.flatMap((rule) => rule({ series, episodes, isWhole })));
    return { folder, series, episodes, findings };
  };
}

function readPages(tree: ContentTree, files: Sources, { site, tools, memory }: Context) {
  const [only, ...others] = tree.series;
  const folder = others.length > 0 ? undefined : only?.path;
  return tree.pages.flatMap((path) => {
    const file = files.get(path);
    if (file === undefined) return [];
    return memory.pages(file, [site.language, folder], () =>
      once(readPage(file, { site, tools, folder })),
    );
  });
}
