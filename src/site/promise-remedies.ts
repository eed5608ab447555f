import { foldName } from '#src/manuscript/addresses.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { PromiseCheck } from './check-promises.ts';
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
 */
export function renamed(
  one: PromisedAddress,
  lost: readonly PromisedAddress[],
  { manuscript, promised, isPublished }: PromiseCheck,
): Remedy | undefined {
  const series = seriesNamed(one.seriesId, manuscript);
  if (series === undefined) return undefined;
  const names = [series.id, ...series.aliases];
  const alsoLost = lost.filter(({ seriesId }) => names.includes(seriesId));
  const [candidate, ...others] = newEpisodes(
    series,
    promised.addresses,
    manuscript.episodes.filter(isPublished),
  );
  const isOnly = alsoLost.length === 1 && others.length === 0;
  if (candidate === undefined || !isOnly) return undefined;
  return episodeRemedy(candidate, 'aliases', one.slug, one.id.episodeId);
}

/** The series of this name, be it a former one. */
export function seriesNamed(
  name: string,
  { series }: Pick<Manuscript, 'series'>,
): SeriesEntry | undefined {
  return series.find(({ id, aliases }) => id === name || aliases.includes(name));
}

/** The episodes of a series that are at no address which was published, and bear no such id. */
function newEpisodes(
  { id, aliases }: SeriesEntry,
  promised: readonly PromisedAddress[],
  episodes: readonly EpisodeEntry[],
): readonly EpisodeEntry[] {
  const names = [id, ...aliases];
  const slugs = promised.filter(({ seriesId }) => names.includes(seriesId)).map(({ slug }) => slug);
  const ids = promised.flatMap((one) =>
    names.includes(one.id.seriesId) ? [one.id.episodeId] : [],
  );
  const known = new Set([...slugs, ...ids]);
  return episodes.filter(
    (entry) => entry.seriesId === id && !known.has(entry.slug) && !known.has(entry.id),
  );
}
