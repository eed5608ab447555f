import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync } from 'node:zlib';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { bundleIndex, bundleShape, type BundleShape } from '#src/search/bundle-index.ts';
import { groupIndex, type GroupIndex } from '#src/search/group-index.ts';
import { groupEpisodes, type Bundle, type Group, type Run } from '#src/search/groups.ts';
import {
  manifestFormat,
  searchFiles,
  toKeptText,
  type EpisodeRun,
  type SearchBundle,
  type SearchManifest,
} from '#src/search/query/manifest.ts';
import { searchableTitle } from '#src/search/searchable-episode.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series, Site } from '#src/story/model.ts';
import { parseInline } from '#src/text/inline.ts';
import { codeDigest } from './code-digest.ts';
import { createFileCache, type FileCache } from './file-cache.ts';
import { searchableEpisodes, searchIdentity } from './searchable-episodes.ts';

export interface SearchOutput {
  /** Absolute: what is written here is published at `Urls.searchFiles`. */
  readonly folder: string;
  /** Absolute: the folder of package.json. */
  readonly root: string;
  readonly contentDir: string;
  readonly workDir: string;
  /** With what readers get, and nothing else. */
  readonly site: Site;
  readonly urls: Urls;
  /** By default in this thread, one group at a time. */
  readonly indexer?: GroupIndexer;
}

/** Where groups are indexed: as `groupIndex` does, which takes one at a time in each thread. */
export interface GroupIndexer {
  readonly atOnce: number;
  readonly groupIndex: typeof groupIndex;
}

/**
 * Writes the index of the site's episodes. A group whose episodes are what they were in an earlier
 * build is taken from there.
 *
 * @throws Error when Pagefind does not do as expected, and errors of the file system
 */
export async function writeSearch(output: SearchOutput): Promise<void> {
  const { folder, root, workDir, site, urls } = output;
  const cache = createFileCache(join(workDir, 'cache', 'search'));
  const code = await codeDigest(root);
  const parts = site.series.map((series) => ({ id: series.id, episodes: partsOf(series) }));
  const bundles: SearchBundle[] = [];
  for (const bundle of groupEpisodes(parts)) {
    bundles.push(await writeBundle(bundle, { ...output, cache, code }));
  }
  const series = site.series.map(({ id, title, language, readingOrder }) => {
    const url = urls.series(id);
    const titled = toKeptText(searchableTitle(parseInline(title, language)));
    return { id, url, title: titled, language, parts: readingOrder.length };
  });
  const manifest: SearchManifest = { format: manifestFormat, series, bundles };
  const bytes = deflateRawSync(JSON.stringify(manifest), { level: 9 });
  await writeFiles(folder, [[searchFiles.manifest, bytes]]);
  await cache.removeUnused();
}

function partsOf({ readingOrder, notices }: Series): readonly Episode[] {
  return [...readingOrder, ...notices];
}

interface Indexing extends SearchOutput {
  readonly cache: FileCache;
  readonly code: string;
}

async function writeBundle(
  bundle: Bundle<Episode>,
  options: Indexing,
): Promise<SearchBundle> {
  const { folder, site } = options;
  const size = bundle.flat().reduce((sum, { episodes }) => sum + episodes.length, 0);
  const shape = bundleShape(size);
  const { atOnce } = indexerOf(options);
  const indexed = await mapConcurrently(bundle, atOnce, async (group) => {
    const { files, ...index } = await indexGroup(group, shape, options);
    await writeFiles(folder, files);
    return index;
  });
  const index = bundleIndex(indexed, shape.files);
  await writeFiles(folder, index.files);
  const groups = bundle.map((runs, i) => ({
    folder: indexed[i]?.folder ?? '',
    runs: runs.map((run) => manifestRun(run, site)),
  }));
  return { folder: index.folder, ...shape, groups };
}

async function indexGroup(
  group: Group<Episode>,
  shape: BundleShape,
  options: Indexing,
): Promise<GroupIndex> {
  const { cache, code } = options;
  const hash = createHash('sha256').update(`${code} ${JSON.stringify(shape)}`);
  for (const { seriesId, episodes } of group) {
    const source = { ...options, series: seriesOf(options.site, seriesId) };
    for (const episode of episodes) hash.update(`\n${searchIdentity(episode, source)}`);
  }
  const key = hash.digest('hex');
  const kept = await cache.get(key);
  // Its checksum tells that it is what was put there under that name.
  if (kept !== undefined) return deserialize(kept) as GroupIndex;
  const read = await mapConcurrently(group, 1, ({ seriesId, episodes }) =>
    searchableEpisodes(episodes, { ...options, series: seriesOf(options.site, seriesId) }),
  );
  const index = await indexerOf(options).groupIndex(
    read.flatMap(({ episodes }) => episodes),
    shape,
  );
  if (read.every(({ areAsChecked }) => areAsChecked)) await cache.set(key, serialize(index));
  return index;
}

function indexerOf({ indexer = { atOnce: 1, groupIndex } }: SearchOutput): GroupIndexer {
  return indexer;
}

function manifestRun({ seriesId, from, episodes }: Run<Episode>, site: Site): EpisodeRun {
  const series = site.series.findIndex(({ id }) => id === seriesId);
  const run = { series, from, count: episodes.length };
  // Only who may hide what was not read needs to know it by its name.
  return site.settings.search.unread === 'hide'
    ? { ...run, ids: episodes.map(({ id }) => id) }
    : run;
}

function seriesOf(site: Site, id: string): Series {
  const series = site.series.find((one) => one.id === id);
  if (series === undefined) throw new Error(`no series ${id} in the site`);
  return series;
}

async function writeFiles(
  folder: string,
  files: Iterable<readonly [name: string, bytes: Uint8Array]>,
): Promise<void> {
  const paths = [...files].map(([name, bytes]) => ({ path: join(folder, name), bytes }));
  for (const needed of new Set(paths.map(({ path }) => dirname(path)))) {
    await mkdir(needed, { recursive: true });
  }
  await mapConcurrently(paths, OPEN_FILES, ({ path, bytes }) => writeFile(path, bytes));
}

/** Few enough for any limit on open files. */
const OPEN_FILES = 32;
