import type { Finding } from '#src/diagnostics/finding.ts';
import type { Entries } from './assemble.ts';
import { checkAddresses } from './check-addresses.ts';
import type { ContentTree, SeriesFolder } from './content-tree.ts';
import { type ReadEpisode, readEpisode } from './episode-entry.ts';
import { compareTexts } from './order-texts.ts';
import { readPage } from './page-entry.ts';
import { episodeSchema } from './schemas/episode.ts';
import { type ReadSeries, type SeriesContext, readSeries } from './series-entry.ts';
import { seriesRules } from './series-rules.ts';
import type { SourceFile } from './source-file.ts';

type Sources = ReadonlyMap<string, SourceFile>;

/** The entries of all files that can be used, checked each for itself and all together. */
export function readEntries(
  tree: ContentTree,
  files: Sources,
  context: SeriesContext,
): { entries: Entries; findings: readonly Finding[] } {
  const schema = episodeSchema(context.site.timezone);
  const folders = tree.series.map((folder) => readFolder(folder, files, { ...context, schema }));
  const seriesByFolder = new Map(folders.map(({ folder, series }) => [folder.path, series]));
  const pages = tree.pages.flatMap((path) => {
    const file = files.get(path);
    return file === undefined
      ? []
      : [readPage(file, { ...context, folders: tree.series.map((series) => series.path) })];
  });
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

interface FolderContext extends SeriesContext {
  readonly schema: ReturnType<typeof episodeSchema>;
}

interface ReadFolder {
  readonly folder: SeriesFolder;
  readonly series: ReadSeries | undefined;
  readonly episodes: readonly ReadEpisode[];
  readonly findings: readonly Finding[];
}

function readFolder(folder: SeriesFolder, files: Sources, context: FolderContext): ReadFolder {
  const file = files.get(folder.settings);
  const read = file === undefined ? undefined : readSeries(folder, file, context);
  const series = read?.series;
  // Without its series, an episode is read for its own mistakes only.
  const { entry } = series ?? stopgapSeries(folder, context);
  const results = folder.markdown.flatMap((path) => {
    const source = files.get(path);
    return source === undefined ? [] : [readEpisode(source, { ...context, series: entry })];
  });
  const episodes = results.flatMap(({ episode }) => (episode === undefined ? [] : [episode]));
  const isWhole = episodes.length === folder.markdown.length;
  const checked =
    series === undefined ? [] : seriesRules.flatMap((rule) => rule({ series, episodes, isWhole }));
  return {
    folder,
    series,
    episodes: series === undefined ? [] : episodes,
    findings: [
      ...(read?.findings ?? []),
      ...results.flatMap(({ findings }) => findings),
      ...checked,
    ],
  };
}

function stopgapSeries(folder: SeriesFolder, context: FolderContext): Pick<ReadSeries, 'entry'> {
  const text = 'title: "-"';
  const { series } = readSeries(folder, { path: folder.settings, digest: '', text }, context);
  if (series === undefined) {
    throw new Error('a title is all that a series needs');
  }
  return series;
}
