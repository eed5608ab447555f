import type { Place } from './label.ts';
import type { StoryEntry } from './reading-order.ts';

/**
 * What the labels of a reading order depend on, one place for each entry of it.
 *
 * @param isComplete - as readers are told it: only then is the highest order the final part
 */
export function places(order: readonly StoryEntry[], isComplete: boolean): readonly Place[] {
  const episodes = order.filter((entry) => entry.kind === 'episode');
  const extraCount = order.length - episodes.length;
  const first = episodes[0];
  const last = episodes.at(-1);
  const isOnly = episodes.length === 1;

  let extraNumber = 0;
  return order.map((entry) => {
    if (entry.kind === 'extra') {
      extraNumber += 1;
      return { kind: 'extra', number: extraCount > 1 ? extraNumber : undefined };
    }
    return {
      kind: 'episode',
      order: entry.order,
      isFirst: entry === first,
      isFinal: isComplete && !isOnly && entry === last,
      isOnly,
    };
  });
}
