import { foldName } from '#src/manuscript/addresses.ts';
import type { EpisodeEntry, SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { IndexedCheck } from './check-promises.ts';
import type { PromiseIndex } from './promise-index.ts';
import { episodeRemedy, type Remedy } from './remedy.ts';

/** The remedy where the episode is still there, in the same series, under another slug. */
export function aliasOf({ slug, id }: PromisedAddress, entry: EpisodeEntry): Remedy {
  // An alias that differs from a slug in capitals alone counts as taken.
  const isTwin = foldName(entry.slug) === foldName(slug);
  return episodeRemedy(entry, isTwin ? 'slug' : 'aliases', slug, id.episodeId);
}

/**
 * The remedy where a file was given another name, and the episode with it another id: known where
 * one address of a series is lost and one of its episodes is new.
 *
 * @param lost - all addresses that are
 */
export function createRenamed(
  lost: readonly PromisedAddress[],
  { isPublished, index }: IndexedCheck,
): (one: PromisedAddress) => Remedy | undefined {
  const lostIn = Map.groupBy(lost, ({ seriesId }) => seriesId);
  return (one) => {
    const series = index.seriesNamed(one.seriesId);
    if (series === undefined) return undefined;
    const alsoLost = namesOf(series).flatMap((name) => lostIn.get(name) ?? []);
    if (alsoLost.length !== 1) return undefined;
    const [candidate, ...others] = newEpisodes(series, index).filter(isPublished);
    if (candidate === undefined || others.length > 0) return undefined;
    return episodeRemedy(candidate, 'aliases', one.slug, one.id.episodeId);
  };
}

/** The episodes of a series that are at no address which was published, and bear no such id. */
function newEpisodes(series: SeriesEntry, index: PromiseIndex): readonly EpisodeEntry[] {
  const names = namesOf(series);
  const known = new Set([
    ...names.flatMap(index.promisedIn).map(({ slug }) => slug),
    ...names.flatMap(index.promisedAs).map(({ id }) => id.episodeId),
  ]);
  return index.episodesOf(series.id).filter(({ slug, id }) => !known.has(slug) && !known.has(id));
}

function namesOf({ id, aliases }: SeriesEntry): readonly string[] {
  return [...new Set([id, ...aliases])];
}
