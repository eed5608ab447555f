import { compareTexts } from '#src/manuscript/order-texts.ts';

/** Episodes of a series that come one after the other, and behind its reading order its notices. */
export interface Run<Episode> {
  readonly seriesId: string;
  /** The place of the first in its series, counted from 0. */
  readonly from: number;
  readonly episodes: readonly Episode[];
}

/** What a group holds at the most: indexing that many takes Pagefind some 600 MB of memory. */
export const groupLimit = 500;

/** Series are packed as if this many more could come out at once, so that a group rarely overflows. */
const ROOM = 10;

/**
 * Puts all episodes into groups that are indexed apart, so that an edit costs no more than its group:
 * few, since a query asks each of them, and such that a new episode seldom moves others from group to
 * group. A long series is cut, in reading order; short ones share a group, in the order of their ids.
 */
export function groupEpisodes<Episode>(
  series: readonly { readonly id: string; readonly episodes: readonly Episode[] }[],
): readonly (readonly Run<Episode>[])[] {
  const inOrder = series
    .filter(({ episodes }) => episodes.length > 0)
    .toSorted((a, b) => compareTexts(a.id, b.id));
  const total = inOrder.reduce((sum, { episodes }) => sum + episodes.length, 0);
  const room = total <= groupLimit ? 1 : ROOM;
  const groups: Run<Episode>[][] = [];
  let shared: Run<Episode>[] = [];
  let size = 0;
  for (const { id, episodes } of inOrder) {
    const runs = cut(id, episodes);
    const [only] = runs;
    if (only === undefined || runs.length > 1) {
      groups.push(...runs.map((run) => [run]));
      continue;
    }
    const needed = Math.ceil(episodes.length / room) * room;
    if (size + needed > groupLimit && shared.length > 0) {
      groups.push(shared);
      shared = [];
      size = 0;
    }
    shared.push(only);
    size += needed;
  }
  return shared.length > 0 ? [...groups, shared] : groups;
}

function cut<Episode>(seriesId: string, episodes: readonly Episode[]): readonly Run<Episode>[] {
  const runs: Run<Episode>[] = [];
  for (let from = 0; from < episodes.length; from += groupLimit) {
    runs.push({ seriesId, from, episodes: episodes.slice(from, from + groupLimit) });
  }
  return runs;
}
