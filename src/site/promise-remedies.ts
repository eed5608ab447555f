import { foldName } from '#src/manuscript/addresses.ts';
import type { EpisodeEntry, Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Answer } from './answers.ts';
import type { PromiseCheck } from './check-promises.ts';

/** What to write in which file for an address to answer again, as values of a finding. */
export interface Remedy {
  readonly file: string;
  readonly line: string;
  /** The key that is there already, with other names. */
  readonly replaces?: string;
}

/**
 * The remedy where the episode is still there, in the same series, under another slug.
 *
 * @param bearer - the episode of the id that stands beside the address
 */
export function aliasOf(
  { seriesId, slug }: PromisedAddress,
  bearer: Answer | undefined,
  manuscript: Manuscript,
): Remedy | undefined {
  const series = seriesNamed(seriesId, manuscript);
  const twin = manuscript.episodes.find(
    (entry) => entry.seriesId === series?.id && foldName(entry.slug) === foldName(slug),
  );
  // An alias that differs from a slug in capitals alone counts as taken.
  if (twin !== undefined) return { file: twin.path, line: `slug: ${slug}` };
  if (bearer === undefined || bearer.series !== series) return undefined;
  const { path, aliases } = bearer.entry;
  const line = aliasLine(aliases, slug);
  return { file: path, line, ...(aliases.length > 0 ? { replaces: 'aliases' } : {}) };
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
  return { file: candidate.path, line: aliasLine(candidate.aliases, one.slug) };
}

/** The line of frontmatter, or of series.yaml, that has one more former name. */
export function aliasLine(aliases: readonly string[], another: string): string {
  return `aliases: [${[...aliases, another].join(', ')}]`;
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

function seriesNamed(name: string, { series }: Manuscript): SeriesEntry | undefined {
  return series.find(({ id, aliases }) => id === name || aliases.includes(name));
}
