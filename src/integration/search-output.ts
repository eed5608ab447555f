import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { groupFiles, type GroupFiles } from '#src/search/group-files.ts';
import { groupEpisodes, type Run } from '#src/search/groups.ts';
import {
  manifestFormat,
  searchFiles,
  toKeptText,
  type EpisodeRun,
  type SearchGroup,
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
  const code = codeDigest(root);
  const chunkSize = chunkSizeFor(site.newest.length);
  const parts = site.series.map((series) => ({ id: series.id, episodes: partsOf(series) }));
  const groups: SearchGroup[] = [];
  for (const runs of groupEpisodes(parts)) {
    const files = await indexed(runs, { ...output, cache, code, chunkSize });
    for (const [name, bytes] of files.files) await write(join(folder, name), bytes);
    const { folder: name, chunks } = files;
    groups.push({ folder: name, chunks, runs: runs.map((run) => manifestRun(run, site)) });
  }
  const series = site.series.map(({ id, title, language, readingOrder }) => {
    const url = urls.series(id);
    const titled = toKeptText(searchableTitle(parseInline(title, language)));
    return { id, url, title: titled, language, parts: readingOrder.length };
  });
  const manifest: SearchManifest = { format: manifestFormat, series, groups };
  await write(join(folder, searchFiles.manifest), Buffer.from(JSON.stringify(manifest)));
  await cache.removeUnused();
}

/** Places in a chunk: a query loads two or three of them, and each is a file. */
function chunkSizeFor(episodes: number): number {
  if (episodes <= 1000) return 2000;
  return episodes <= 5000 ? 4000 : 8000;
}

function partsOf({ readingOrder, notices }: Series): readonly Episode[] {
  return [...readingOrder, ...notices];
}

interface Indexing extends SearchOutput {
  readonly cache: FileCache;
  readonly code: string;
  readonly chunkSize: number;
}

async function indexed(runs: readonly Run<Episode>[], options: Indexing): Promise<GroupFiles> {
  const { cache, code, chunkSize } = options;
  const hash = createHash('sha256').update(`${code} ${chunkSize}`);
  for (const { seriesId, episodes } of runs) {
    const source = { ...options, series: seriesOf(options.site, seriesId) };
    for (const episode of episodes) hash.update(`\n${searchIdentity(episode, source)}`);
  }
  const key = hash.digest('hex');
  const kept = await cache.get(key);
  // Its checksum tells that it is what was put there under that name.
  if (kept !== undefined) return deserialize(kept) as GroupFiles;
  const read = await mapConcurrently(runs, 1, ({ seriesId, episodes }) =>
    searchableEpisodes(episodes, { ...options, series: seriesOf(options.site, seriesId) }),
  );
  const files = await groupFiles(
    read.flatMap(({ episodes }) => episodes),
    chunkSize,
  );
  if (read.every(({ areAsChecked }) => areAsChecked)) await cache.set(key, serialize(files));
  return files;
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

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
