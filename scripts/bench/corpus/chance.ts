import { Dice } from '#tests/support/dice.ts';

/** Dice of their own for each thing, so that one thing more or less changes no other. */
export function diceFor(...names: readonly (string | number)[]): Dice {
  let state = 0x811c9dc5;
  // FNV-1a, and the end of MurmurHash3: near names are far apart.
  for (const unit of names.join('\n')) {
    state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return new Dice((state ^ (state >>> 16)) >>> 0);
}

/**
 * One of the items, the first ones most often, as words are in a text (the law of Zipf and Mandelbrot).
 *
 * @param shift - by how many ranks the commonest are left out: the more, the more alike are the chances
 */
export function commonOf<Item>(dice: Dice, items: readonly Item[], shift = 9): Item {
  const spread = (items.length + shift) / shift;
  const rank = Math.floor(shift * spread ** (dice.below(PRECISION) / PRECISION) - shift);
  const item = items[rank];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** True once in so many times. */
export function oneIn(dice: Dice, times: number): boolean {
  return dice.below(times) === 0;
}

const PRECISION = 2 ** 30;
