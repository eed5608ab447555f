import type { EpisodeEntry, Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import { formerAddresses } from './redirects.ts';
import type { EpisodeAddress } from './urls.ts';

/** An episode, and what is known of where and under which names it has been. */
export interface Answer {
  readonly entry: EpisodeEntry;
  readonly series: SeriesEntry;
  /** At its own address, and not at a former one that leads on to it. */
  readonly isOwn: boolean;
}

/** Which episodes answer at which addresses, and bear which ids. */
export interface Answers {
  readonly at: (address: EpisodeAddress) => Answer | undefined;
  /** By `<series id>/<episode id>`; a former id of the series is as good. */
  readonly named: (seriesId: string, episodeId: string) => Answer | undefined;
}

/** @param isCounted - whether an episode is to be looked at */
export function answersOf(
  manuscript: Pick<Manuscript, 'series' | 'episodes'>,
  isCounted: (entry: EpisodeEntry) => boolean,
): Answers {
  const seriesById = new Map(manuscript.series.map((series) => [series.id, series]));
  const byAddress = new Map<string, Answer>();
  const byId = new Map<string, Answer>();
  for (const entry of manuscript.episodes.filter(isCounted)) {
    const series = seriesById.get(entry.seriesId);
    if (series === undefined) continue;
    const former = { entry, series, isOwn: false };
    for (const { seriesId, slug } of formerAddresses(series, entry)) {
      byAddress.set(pairOf(seriesId, slug), former);
    }
    const own = { ...former, isOwn: true };
    byAddress.set(pairOf(series.id, entry.slug), own);
    for (const id of [series.id, ...series.aliases]) byId.set(pairOf(id, entry.id), own);
  }
  return {
    at: ({ seriesId, slug }) => byAddress.get(pairOf(seriesId, slug)),
    named: (seriesId, episodeId) => byId.get(pairOf(seriesId, episodeId)),
  };
}

// No name has a slash in it.
function pairOf(one: string, other: string): string {
  return `${one}/${other}`;
}
