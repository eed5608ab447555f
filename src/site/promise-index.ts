import { foldName } from '#src/manuscript/addresses.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import { once } from '#src/manuscript/once.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';

/** Looks things up for the check of thousands of addresses; each table is made when it is needed. */
export interface PromiseIndex {
  /** The series of this name, be it a former one. */
  readonly seriesNamed: (name: string) => SeriesEntry | undefined;
  /** The series whose name differs from this one in capitals at most. */
  readonly seriesLike: (name: string) => SeriesEntry | undefined;
  /** The episode of a series whose slug differs from this one in capitals at most. */
  readonly episodeLike: (series: SeriesEntry, slug: string) => EpisodeEntry | undefined;
  readonly episodesOf: (seriesId: string) => readonly EpisodeEntry[];
  /** In how many episodes each series has an id. */
  readonly seriesWith: (episodeId: string) => ReadonlyMap<string, number>;
  /** Whether a file in a folder was left out. */
  readonly isUncertain: (folder: string) => boolean;
  /** What was published in a series of this name. */
  readonly promisedIn: (seriesId: string) => readonly PromisedAddress[];
  /** What was published with an id of a series of this name. */
  readonly promisedAs: (seriesId: string) => readonly PromisedAddress[];
}

export function indexPromises(
  { series, episodes, leftOut = [] }: Manuscript,
  addresses: readonly PromisedAddress[],
): PromiseIndex {
  const byName = once(() =>
    firstOfEach(series.flatMap((one) => [one.id, ...one.aliases].map((name) => [name, one]))),
  );
  const byFold = once(() => firstOfEach(series.map((one) => [foldName(one.id), one])));
  const bySlug = once(() =>
    firstOfEach(episodes.map((one) => [`${one.seriesId}/${foldName(one.slug)}`, one])),
  );
  const bySeries = once(() => Map.groupBy(episodes, ({ seriesId }) => seriesId));
  const byId = once(() =>
    mapValues(
      Map.groupBy(episodes, ({ id }) => id),
      (same) =>
        mapValues(
          Map.groupBy(same, ({ seriesId }) => seriesId),
          ({ length }) => length,
        ),
    ),
  );
  const uncertain = once(
    () =>
      new Set(leftOut.filter((path) => path.includes('/')).map((path) => path.split('/', 1)[0])),
  );
  const byAddress = once(() => Map.groupBy(addresses, ({ seriesId }) => seriesId));
  const byIdentity = once(() => Map.groupBy(addresses, ({ id }) => id.seriesId));
  return {
    seriesNamed: (name) => byName().get(name),
    seriesLike: (name) => byFold().get(foldName(name)),
    episodeLike: ({ id }, slug) => bySlug().get(`${id}/${foldName(slug)}`),
    episodesOf: (seriesId) => bySeries().get(seriesId) ?? [],
    seriesWith: (episodeId) => byId().get(episodeId) ?? new Map<string, number>(),
    isUncertain: (folder) => uncertain().has(folder),
    promisedIn: (seriesId) => byAddress().get(seriesId) ?? [],
    promisedAs: (seriesId) => byIdentity().get(seriesId) ?? [],
  };
}

function firstOfEach<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map(pairs.toReversed());
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): ReadonlyMap<K, W> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}
