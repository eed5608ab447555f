import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import type { BundleShape } from '#src/search/bundle-index.ts';
import { groupIndex, type GroupIndex } from '#src/search/group-index.ts';
import type { Group } from '#src/search/groups.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series } from '#src/story/model.ts';
import type { FileCache } from './file-cache.ts';
import { searchableEpisodes, searchIdentity } from './searchable-episodes.ts';
import type { StoredTextOf } from './text-store.ts';

/** A group that has been indexed, now or in an earlier build. What is large is read when it is needed. */
export interface IndexedGroup {
  /** What the cache has of it, and whether that was put there now. */
  readonly kept: readonly string[];
  readonly isNew: boolean;
  readonly summary: GroupIndex['summary'];
  readonly files: () => Promise<GroupIndex['files']>;
  readonly parts: () => Promise<GroupIndex['parts']>;
}

export interface Indexing {
  readonly cache: FileCache;
  /** Stands for what makes an index of a text. */
  readonly code: string;
  /** Absolute. */
  readonly contentDir: string;
  /** By their ids. */
  readonly series: ReadonlyMap<string, Series>;
  readonly urls: Urls;
  readonly storedText?: StoredTextOf;
  readonly indexer?: GroupIndexer;
}

/** Where groups are indexed: as `groupIndex` does, which takes one at a time in each thread. */
export interface GroupIndexer {
  /** How many groups are under way, those included that are being read or written. */
  readonly atOnce: number;
  readonly groupIndex: typeof groupIndex;
}

/** In this thread. */
export const ownIndexer: GroupIndexer = { atOnce: 1, groupIndex };

/**
 * Indexes a group, unless its episodes are what they were in an earlier build.
 *
 * @throws ContentError where a text is not what was checked any more, Error when Pagefind does not do
 * as expected
 */
export async function indexedGroup(
  group: Group<Episode>,
  shape: BundleShape,
  indexing: Indexing,
): Promise<IndexedGroup> {
  const { cache } = indexing;
  const key = keyOf(group, shape, indexing);
  let isNew = false;
  let made: GroupIndex | undefined;
  const kept = async <Part extends keyof GroupIndex>(part: Part): Promise<GroupIndex[Part]> => {
    const bytes = await cache.get(nameOf(key, part));
    // Its checksum tells that it is what was put there under that name.
    if (bytes !== undefined) return deserialize(bytes) as GroupIndex[Part];
    isNew = true;
    const fresh = (made ??= await index(group, key, shape, indexing));
    // A site has more of them than should be held in memory.
    if ((await cache.get(nameOf(key, 'summary'))) !== undefined) made = undefined;
    return fresh[part];
  };
  const summary = await kept('summary');
  return {
    kept: groupParts.map((part) => nameOf(key, part)),
    isNew,
    summary,
    files: () => kept('files'),
    parts: () => kept('parts'),
  };
}

/** The summary last: where they are, the rest is. */
const groupParts = ['files', 'parts', 'summary'] as const;

function nameOf(key: string, part: keyof GroupIndex): string {
  return `${key}-${part}`;
}

function keyOf(group: Group<Episode>, shape: BundleShape, indexing: Indexing): string {
  const hash = createHash('sha256').update(`${indexing.code} ${JSON.stringify(shape)}`);
  for (const { seriesId, episodes } of group) {
    const source = { ...indexing, series: seriesOf(seriesId, indexing) };
    for (const episode of episodes) hash.update(`\n${searchIdentity(episode, source)}`);
  }
  return hash.digest('hex');
}

async function index(
  group: Group<Episode>,
  key: string,
  shape: BundleShape,
  indexing: Indexing,
): Promise<GroupIndex> {
  const { cache, indexer = ownIndexer } = indexing;
  const read = await mapConcurrently(group, 1, ({ seriesId, episodes }) =>
    searchableEpisodes(episodes, { ...indexing, series: seriesOf(seriesId, indexing) }),
  );
  const made = await indexer.groupIndex(read.flat(), shape);
  for (const part of groupParts) {
    await cache.set(nameOf(key, part), serialize(made[part]));
  }
  return made;
}

function seriesOf(id: string, indexing: Indexing): Series {
  const series = indexing.series.get(id);
  if (series === undefined) throw new Error(`no series ${id} in the site`);
  return series;
}
