import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { deserialize, serialize } from 'node:v8';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { bundleIndex, bundleName, bundleShape, type BundleShape } from '#src/search/bundle-index.ts';
import type { GroupNames, GroupParts } from '#src/search/group-index.ts';
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

/** What a share of a site has of its search. Groups are named by the share that has indexed them. */
export interface SearchShare {
  readonly series: SearchManifest['series'];
  readonly bundles: readonly SharedBundle[];
}

interface SharedBundle {
  readonly shape: BundleShape;
  readonly groups: readonly SharedGroup[];
}

interface SharedGroup {
  readonly runs: readonly EpisodeRun[];
  readonly names?: GroupNames | undefined;
}

/** Has what a group puts into the files of its bundle. */
type PartsOf = (group: SharedGroup) => Promise<GroupParts>;

/**
 * Writes the index of the site's episodes. A group whose episodes are what they were in an earlier
 * build is taken from there.
 *
 * @throws Error when Pagefind does not do as expected, and errors of the file system
 */
export async function writeSearch(output: SearchOutput): Promise<void> {
  const folders = createNamedFolders(output.folder);
  const { share, partsOf } = await indexGroups(output, folders, () => true);
  await putTogether(share, output.folder, folders, partsOf);
}

/**
 * Indexes some of the groups that `writeSearch` would, and keeps what they have for files that all
 * groups share, for `joinSearch`.
 *
 * @param partsFolder - absolute: where that is kept
 * @param isOurs - of the nth of so many groups
 * @throws as `writeSearch`
 */
export async function writeSearchShare(
  output: SearchOutput,
  partsFolder: string,
  isOurs: (nth: number, count: number) => boolean,
): Promise<SearchShare> {
  const folders = createNamedFolders(output.folder);
  const { share, partsOf } = await indexGroups(output, folders, isOurs);
  await mkdir(partsFolder, { recursive: true });
  for (const group of share.bundles.flatMap(({ groups }) => groups)) {
    if (group.names === undefined) continue;
    await writeFile(join(partsFolder, group.names.folder), serialize(await partsOf(group)));
  }
  await folders.removeOthers();
  return share;
}

/**
 * Puts together what shares have of a site's search: nothing is indexed again.
 *
 * @param folder - absolute: with the groups' own files
 * @param shares - all of one site, and where each has kept what its groups have for common files
 * @throws Error where a group is in no share, and errors of the file system
 */
export async function joinSearch(
  folder: string,
  shares: readonly { readonly share: SearchShare; readonly partsFolder: string }[],
): Promise<void> {
  const [first] = shares;
  if (first === undefined) return;
  const homes = new Map<string, string>();
  const bundles = first.share.bundles.map(({ shape, groups }, bundle) => ({
    shape,
    groups: groups.map(({ runs }, nth) => {
      for (const { share, partsFolder } of shares) {
        const names = share.bundles[bundle]?.groups[nth]?.names;
        if (names === undefined) continue;
        homes.set(names.folder, partsFolder);
        return { runs, names };
      }
      throw new Error(`no share has indexed group ${nth} of bundle ${bundle}`);
    }),
  }));
  const partsOf: PartsOf = async ({ names }) => {
    const name = names?.folder ?? '';
    // The digest of the share has told that it is what was written.
    return deserialize(await readFile(join(homes.get(name) ?? '', name))) as GroupParts;
  };
  const share = { series: first.share.series, bundles };
  const folders = createNamedFolders(folder);
  await putTogether(share, folder, folders, partsOf);
}

async function indexGroups(
  output: SearchOutput,
  folders: NamedFolders,
  isOurs: (nth: number, count: number) => boolean,
): Promise<{ share: SearchShare; partsOf: PartsOf }> {
  const { root, workDir, site, urls, indexer = ownIndexer } = output;
  const cache = createFileCache(join(workDir, 'cache', 'search'));
  const code = codeDigest(root, ['search', 'text', 'integration']);
  const episodes = site.series.map((series) => ({ id: series.id, episodes: partsOfSeries(series) }));
  const bundles = groupEpisodes(episodes);
  const count = bundles.flat().length;
  const indexing: Indexing = { ...output, cache, code };
  const parts = new Map<string, () => Promise<GroupParts>>();
  const shared: SharedBundle[] = [];
  let before = 0;
  for (const bundle of bundles) {
    const shape = bundleShape(sizeOf(bundle));
    const first = before;
    before += bundle.length;
    const groups = await mapConcurrently([...bundle.entries()], indexer.atOnce, async ([i, group]) => {
      const runs = group.map((run) => manifestRun(run, site));
      if (!isOurs(first + i, count)) return { runs };
      const { names, files, parts: own } = await indexedGroup(group, shape, indexing);
      await folders.put(names.folder, files);
      parts.set(names.folder, own);
      return { runs, names };
    });
    shared.push({ shape, groups });
  }
  await cache.removeUnused();
  const series = site.series.map(({ id, title, language, readingOrder }) => {
    const url = urls.series(id);
    const titled = toKeptText(searchableTitle(parseInline(title, language)));
    return { id, url, title: titled, language, parts: readingOrder.length };
  });
  return {
    share: { series, bundles: shared },
    partsOf({ names }) {
      const own = parts.get(names?.folder ?? '');
      if (own === undefined) throw new Error('a group that was not indexed here is asked for');
      return own();
    },
  };
}

/** Writes what the groups of a bundle share, and the list that search begins with. */
async function putTogether(
  { series, bundles }: SearchShare,
  folder: string,
  folders: NamedFolders,
  partsOf: PartsOf,
): Promise<void> {
  const listed: SearchBundle[] = [];
  for (const { shape, groups } of bundles) {
    const named = groups.map((group) => {
      if (group.names === undefined) throw new Error('a group has not been indexed');
      return { ...group, names: group.names };
    });
    const name = bundleName(named.map(({ names }) => names));
    await folders.put(name, async () => {
      return bundleIndex(name, await mapConcurrently(named, 1, partsOf), shape.files);
    });
    listed.push({
      folder: name,
      ...shape,
      groups: named.map(({ names, runs }) => ({ folder: names.folder, runs })),
    });
    for (const { names } of named) folders.keep(names.folder);
  }
  const manifest: SearchManifest = { format: manifestFormat, series, bundles: listed };
  const bytes = deflateRawSync(JSON.stringify(manifest), { level: 9 });
  await folders.removeOthers();
  const path = join(folder, searchFiles.manifest);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

function partsOfSeries({ readingOrder, notices }: Series): readonly Episode[] {
  return [...readingOrder, ...notices];
}

function sizeOf(bundle: Bundle<Episode>): number {
  return bundle.flat().reduce((sum, { episodes }) => sum + episodes.length, 0);
}

function manifestRun({ seriesId, from, episodes }: Run<Episode>, site: Site): EpisodeRun {
  const series = site.series.findIndex(({ id }) => id === seriesId);
  const run = { series, from, count: episodes.length };
  // Only who may hide what was not read needs to know it by its name.
  return site.settings.search.unread === 'hide'
    ? { ...run, ids: episodes.map(({ id }) => id) }
    : run;
}
