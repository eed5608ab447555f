import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { bundleIndex, bundleName, bundleShape } from '#src/search/bundle-index.ts';
import { groupEpisodes, type Bundle, type Run } from '#src/search/groups.ts';
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
import { createFileCache } from './file-cache.ts';
import { indexedGroup, ownIndexer, type GroupIndexer, type Indexing } from './indexed-groups.ts';
import { createNamedFolders, type NamedFolders } from './named-folders.ts';

export interface SearchOutput {
  /**
   * Absolute: what is written here is published at `Urls.searchFiles`. What is there from an earlier
   * build and still right is left as it is; what is not is removed.
   */
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
  const folders = createNamedFolders(folder);
  const bundles: SearchBundle[] = [];
  for (const bundle of groupEpisodes(parts)) {
    bundles.push(await writeBundle(bundle, { ...output, cache, code, folders }));
  }
  const series = site.series.map(({ id, title, language, readingOrder }) => {
    const url = urls.series(id);
    const titled = toKeptText(searchableTitle(parseInline(title, language)));
    return { id, url, title: titled, language, parts: readingOrder.length };
  });
  const manifest: SearchManifest = { format: manifestFormat, series, bundles };
  const bytes = deflateRawSync(JSON.stringify(manifest), { level: 9 });
  await folders.removeOthers();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, searchFiles.manifest), bytes);
  await cache.removeUnused();
}

function partsOf({ readingOrder, notices }: Series): readonly Episode[] {
  return [...readingOrder, ...notices];
}

interface Writing extends Indexing {
  readonly folders: NamedFolders;
}

async function writeBundle(bundle: Bundle<Episode>, writing: Writing): Promise<SearchBundle> {
  const { folders, site, indexer = ownIndexer } = writing;
  const size = bundle.flat().reduce((sum, { episodes }) => sum + episodes.length, 0);
  const shape = bundleShape(size);
  const indexed = await mapConcurrently(bundle, indexer.atOnce, async (group) => {
    const one = await indexedGroup(group, shape, writing);
    await folders.put(one.names.folder, one.files);
    return one;
  });
  const folder = bundleName(indexed.map(({ names }) => names));
  await folders.put(folder, async () => {
    const parts = await mapConcurrently(indexed, 1, (one) => one.parts());
    return bundleIndex(folder, parts, shape.files);
  });
  const groups = bundle.map((runs, i) => ({
    folder: indexed[i]?.names.folder ?? '',
    runs: runs.map((run) => manifestRun(run, site)),
  }));
  return { folder, ...shape, groups };
}

function manifestRun({ seriesId, from, episodes }: Run<Episode>, site: Site): EpisodeRun {
  const series = site.series.findIndex(({ id }) => id === seriesId);
  const run = { series, from, count: episodes.length };
  // Only who may hide what was not read needs to know it by its name.
  return site.settings.search.unread === 'hide'
    ? { ...run, ids: episodes.map(({ id }) => id) }
    : run;
}
