import type { ExtraEntry, NumberedEntry } from '#src/manuscript/manuscript.ts';
import { oldestFirst } from './chronology.ts';

export type StoryEntry = NumberedEntry | ExtraEntry;

/**
 * Puts a series' episodes and extras into the order in which they are read: episodes by `order`,
 * and each extra behind the episode with the greatest order that is at most its `after`, behind
 * earlier extras there. An extra that comes before every episode given opens the series.
 *
 * @param entries - what is to be shown of one series, in any order
 */
export function readingOrder(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  const episodes = entries.filter((entry) => entry.kind === 'episode').sort(byOrder);
  const extras = entries.filter((entry) => entry.kind === 'extra').sort(oldestFirst);

  const behind = Map.groupBy(extras, ({ after }) => lastUpTo(after, episodes));
  return [
    ...(behind.get(-1) ?? []),
    ...episodes.flatMap((episode, index) => [episode, ...(behind.get(index) ?? [])]),
  ];
}

/**
 * The arc that each entry of a reading order belongs to: an extra takes that of the episode it
 * stands behind.
 *
 * @returns one arc id, or undefined, for each entry
 */
export function arcIds(order: readonly StoryEntry[]): readonly (string | undefined)[] {
  let current = order.find((entry) => entry.kind === 'episode')?.arc;
  return order.map((entry) => {
    if (entry.kind === 'episode') current = entry.arc;
    return current;
  });
}

/** The index of the last episode whose order is at most a number; -1 where all come after it. */
function lastUpTo(order: number, episodes: readonly NumberedEntry[]): number {
  let [low, high] = [0, episodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((episodes[middle]?.order ?? Infinity) <= order) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function byOrder(a: NumberedEntry, b: NumberedEntry): number {
  return a.order - b.order;
}
