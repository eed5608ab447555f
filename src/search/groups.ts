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
 * group. A long series is cut in reading order; short ones, and what is left of long ones, share
 * groups in the order of their ids.
 */
export function groupEpisodes<Episode>(
  series: readonly { readonly id: string; readonly episodes: readonly Episode[] }[],
): readonly (readonly Run<Episode>[])[] {
  const inOrder = series.toSorted((a, b) => compareTexts(a.id, b.id));
  const total = series.reduce((sum, { episodes }) => sum + episodes.length, 0);
  const runs = inOrder.flatMap(({ id, episodes }) => cut(id, episodes));
  const isFull = ({ episodes }: Run<Episode>) => episodes.length === groupLimit;
  const short = runs.filter((run) => !isFull(run));
  return [
    ...runs.filter(isFull).map((run) => [run]),
    ...shareGroups(short, total <= groupLimit ? 1 : ROOM),
  ];
}

function shareGroups<Episode>(
  runs: readonly Run<Episode>[],
  room: number,
): readonly (readonly Run<Episode>[])[] {
  const groups: Run<Episode>[][] = [];
  let size = groupLimit;
  for (const run of runs) {
    const needed = Math.ceil(run.episodes.length / room) * room;
    if (size + needed > groupLimit) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(run);
    size += needed;
  }
  return groups;
}

function cut<Episode>(seriesId: string, episodes: readonly Episode[]): readonly Run<Episode>[] {
  const runs: Run<Episode>[] = [];
  for (let from = 0; from < episodes.length; from += groupLimit) {
    runs.push({ seriesId, from, episodes: episodes.slice(from, from + groupLimit) });
  }
  return runs;
}
