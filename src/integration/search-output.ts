import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { deserialize, serialize } from 'node:v8';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import {
  bundleIndex,
  bundleShape,
  searchBundle,
  type BundleShape,
} from '#src/search/bundle-index.ts';
import type { GroupParts, GroupSummary } from '#src/search/group-index.ts';
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
import { createFileCache } from './file-cache.ts';
import { indexedGroup, ownIndexer, type GroupIndexer, type Indexing } from './indexed-groups.ts';
import type { SearchFiles } from './search-files.ts';
import type { StoredTextOf } from './text-store.ts';

export interface SearchOutput {
  /** What is published at `Urls.searchFiles`. */
  readonly files: SearchFiles;
  /** Absolute: the folder of package.json. */
  readonly root: string;
  readonly contentDir: string;
  readonly workDir: string;
  /** With what readers get, and nothing else. */
  readonly site: Site;
  readonly urls: Urls;
  /** The texts as they were checked, as far as they are remembered. */
  readonly storedText?: StoredTextOf;
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
  readonly summary?: GroupSummary | undefined;
}

/** The rooms whose code decides what is indexed of a file. */
const indexers = ['diagnostics', 'manuscript', 'story', 'site', 'text', 'search', 'integration'];

/** Has what a group puts into the files of its bundle. */
type PartsOf = (group: SharedGroup) => Promise<GroupParts>;

/**
 * Writes the index of the site's episodes. A group whose episodes are what they were in an earlier
 * build is taken from there.
 *
 * @throws ContentError where a text is not what was checked any more, Error when Pagefind does not do
 * as expected, and errors of the file system
 */
export async function writeSearch(output: SearchOutput): Promise<void> {
  const { share, partsOf } = await indexGroups(output, () => true);
  await putTogether(share, output.files, partsOf);
}

/**
 * Indexes some of the groups that `writeSearch` would.
 *
 * @param isOurs - of the nth of so many groups
 * @param putParts - keeps what a group has for files that it shares with others, for `joinSearch`
 * @throws as `writeSearch`
 */
export async function writeSearchShare(
  output: SearchOutput,
  isOurs: (nth: number, count: number) => boolean,
  putParts: (group: string, bytes: Uint8Array) => void,
): Promise<SearchShare> {
  const { share, partsOf } = await indexGroups(output, isOurs);
  for (const group of share.bundles.flatMap(({ groups }) => groups)) {
    const { summary } = group;
    if (summary !== undefined) putParts(summary.folder, serialize(await partsOf(group)));
  }
  return share;
}

/**
 * Puts together what shares have of a site's search: nothing is indexed again.
 *
 * @param shares - all of one site
 * @param readParts - what was kept for a group of the nth of them
 * @param files - where the groups' own files are already
 * @throws Error where a group is in no share, and errors of the file system
 */
export async function joinSearch(
  shares: readonly SearchShare[],
  readParts: (nth: number, group: string) => Uint8Array,
  files: SearchFiles,
): Promise<void> {
  const [first] = shares;
  if (first === undefined) return;
  const homes = new Map<string, number>();
  const summaryOf = (bundle: number, group: number): GroupSummary => {
    for (const [nth, share] of shares.entries()) {
      const summary = share.bundles[bundle]?.groups[group]?.summary;
      if (summary === undefined) continue;
      homes.set(summary.folder, nth);
      return summary;
    }
    throw new Error(`no share has indexed group ${group} of bundle ${bundle}`);
  };
  const bundles = first.bundles.map(({ shape, groups }, bundle) => ({
    shape,
    groups: groups.map(({ runs }, group) => ({ runs, summary: summaryOf(bundle, group) })),
  }));
  const partsOf: PartsOf = ({ summary }) => {
    const name = summary?.folder ?? '';
    // The digest in its list has told that it is what the share has written.
    return Promise.resolve(deserialize(readParts(homes.get(name) ?? 0, name)) as GroupParts);
  };
  await putTogether({ series: first.series, bundles }, files, partsOf);
}

async function indexGroups(
  output: SearchOutput,
  isOurs: (nth: number, count: number) => boolean,
): Promise<{ share: SearchShare; partsOf: PartsOf }> {
  const { root, workDir, site, urls, files, indexer = ownIndexer } = output;
  const cache = createFileCache(join(workDir, 'cache', 'search'));
  const code = codeDigest(root, indexers);
  const episodes = site.series.map((series) => ({
    id: series.id,
    episodes: partsOfSeries(series),
  }));
  const places = new Map(site.series.map(({ id }, i) => [id, i]));
  const bundles = groupEpisodes(episodes);
  const series = new Map(site.series.map((one) => [one.id, one]));
  const indexing: Indexing = { ...output, series, cache, code };
  const shaped = bundles.map((bundle) => ({ bundle, shape: bundleShape(sizeOf(bundle)) }));
  const jobs = shaped
    .flatMap(({ bundle, shape }) => bundle.map((group) => ({ group, shape })))
    .filter((_, nth, { length }) => isOurs(nth, length))
    // The longest first: what is under way in the end is short, and no thread is busy alone for long.
    .toSorted((a, b) => lengthOf(b.group) - lengthOf(a.group));
  const indexed = new Map(
    await mapConcurrently(jobs, indexer.atOnce, async ({ group, shape }) => {
      const one = await indexedGroup(group, shape, indexing);
      await files.putFolder(one.summary.folder, one.files);
      return [group, one] as const;
    }),
  );
  const all = [...indexed.values()];
  if (all.some(({ isNew }) => isNew)) {
    await cache.removeUnused(new Set(all.flatMap(({ kept }) => kept)));
  }
  const parts = new Map(all.map((one) => [one.summary.folder, one.parts]));
  const shared = shaped.map(({ bundle, shape }) => ({
    shape,
    groups: bundle.map((group) => ({
      runs: group.map((run) => manifestRun(run, site, places)),
      summary: indexed.get(group)?.summary,
    })),
  }));
  const listed = site.series.map(({ id, title, language, readingOrder }) => {
    const url = urls.series(id);
    const titled = toKeptText(searchableTitle(parseInline(title, language)));
    return { id, url, title: titled, language, parts: readingOrder.length };
  });
  return {
    share: { series: listed, bundles: shared },
    partsOf({ summary }) {
      const own = parts.get(summary?.folder ?? '');
      if (own === undefined) throw new Error('a group that was not indexed here is asked for');
      return own();
    },
  };
}

/** Writes what the groups of a bundle share, and the list that search begins with. */
async function putTogether(
  { series, bundles }: SearchShare,
  files: SearchFiles,
  partsOf: PartsOf,
): Promise<void> {
  const listed: SearchBundle[] = [];
  for (const { shape, groups } of bundles) {
    const named = groups.map((group) => {
      if (group.summary === undefined) throw new Error('a group has not been indexed');
      return { ...group, summary: group.summary };
    });
    const bundle = searchBundle(shape, named);
    await files.putFolder(bundle.folder, async () => {
      return bundleIndex(bundle.folder, await mapConcurrently(named, 1, partsOf), shape.files);
    });
    listed.push(bundle);
  }
  const manifest: SearchManifest = { format: manifestFormat, series, bundles: listed };
  const bytes = deflateRawSync(JSON.stringify(manifest), { level: 9 });
  await files.put(searchFiles.manifest, bytes);
}

function partsOfSeries({ readingOrder, notices }: Series): readonly Episode[] {
  return [...readingOrder, ...notices];
}

function sizeOf(bundle: Bundle<Episode>): number {
  return bundle.flat().reduce((sum, { episodes }) => sum + episodes.length, 0);
}

/** Characters or words, as the site counts them: enough to tell long groups from short ones. */
function lengthOf(group: Group<Episode>): number {
  const episodes = group.flatMap((run) => run.episodes);
  return episodes.reduce((sum, { length }) => sum + length.amount, 0);
}

function manifestRun(
  { seriesId, from, episodes }: Run<Episode>,
  site: Site,
  places: ReadonlyMap<string, number>,
): EpisodeRun {
  const series = places.get(seriesId);
  if (series === undefined) throw new Error(`no series ${seriesId} in the site`);
  const run = { series, from, count: episodes.length };
  // Only who may hide what was not read needs to know it by its name.
  return site.settings.search.unread === 'hide'
    ? { ...run, ids: episodes.map(({ id }) => id) }
    : run;
}
