import { labelSeenFrom, type NavigationLabel } from './label.ts';
import type { Episode, Series } from './model.ts';

/** The links to every other part, as the block before and after an episode's text lists them. */
export interface SeriesNavigation {
  readonly earlier: readonly NavigationItem[];
  readonly later: readonly NavigationItem[];
}

export type NavigationItem = NavigationLink | NavigationGap;

export interface NavigationLink extends NavigationLabel {
  readonly kind: 'link';
  readonly episode: Episode;
}

/** Parts that a long series leaves out at this place. */
export interface NavigationGap {
  readonly kind: 'gap';
  readonly count: number;
}

export interface Neighbours {
  readonly previous: Episode | undefined;
  readonly next: Episode | undefined;
}

/** A series of up to this many parts is listed whole. */
const fullLimit = 30;
/** In a longer one: so many on each side, beside the first and the last. */
const windowSize = 7;

/**
 * The series navigation as seen from one episode. Its size is bounded, whatever the length of
 * the series.
 *
 * @returns undefined for a notice, and where there is no other part to list
 */
export function seriesNavigation(series: Series, episode: Episode): SeriesNavigation | undefined {
  const listed = listedPlaces(series, episode);
  return (
    listed && {
      earlier: withGaps(listed.earlier, (index) => link(series, index, 'earlier')),
      later: withGaps(listed.later, (index) => link(series, index, 'later')),
    }
  );
}

/** Which parts the series navigation of an episode lists: indexes in the reading order. */
export function listedPlaces(
  series: Series,
  episode: Episode,
): { readonly earlier: readonly number[]; readonly later: readonly number[] } | undefined {
  const here = episode.position;
  const last = series.readingOrder.length - 1;
  if (here === undefined || last < 1) return undefined;
  const reach = last < fullLimit ? last : windowSize;
  const earlier = range(Math.max(0, here - reach), here - 1);
  const later = range(here + 1, Math.min(last, here + reach));
  if (here > reach) earlier.unshift(0);
  if (here + reach < last) later.push(last);
  return { earlier, later };
}

/** The parts directly before and after an episode in reading order; none for a notice. */
export function neighbours(series: Series, episode: Episode): Neighbours {
  const here = episode.position;
  if (here === undefined) return { previous: undefined, next: undefined };
  return { previous: series.readingOrder[here - 1], next: series.readingOrder[here + 1] };
}

function link(series: Series, index: number, side: 'earlier' | 'later'): NavigationLink {
  const episode = series.readingOrder[index];
  if (episode?.place === undefined) throw new Error(`no part of ${series.id} at ${String(index)}`);
  return { kind: 'link', episode, ...labelSeenFrom(episode.place, side, series.labels) };
}

function withGaps(
  indexes: readonly number[],
  toLink: (index: number) => NavigationLink,
): readonly NavigationItem[] {
  return indexes.flatMap((index, i) => {
    const skipped = i === 0 ? 0 : index - (indexes[i - 1] ?? index) - 1;
    const gap: NavigationItem[] = skipped > 0 ? [{ kind: 'gap', count: skipped }] : [];
    return [...gap, toLink(index)];
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
