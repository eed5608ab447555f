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

/** One of the items, the first ones most often, as words are in a text (the law of Zipf and Mandelbrot). */
export function commonOf<Item>(dice: Dice, items: readonly Item[]): Item {
  const spread = (items.length + SHIFT) / SHIFT;
  const rank = Math.floor(SHIFT * spread ** (dice.below(PRECISION) / PRECISION) - SHIFT);
  const item = items[rank];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}

/** True once in so many times. */
export function oneIn(dice: Dice, times: number): boolean {
  return dice.below(times) === 0;
}

const PRECISION = 2 ** 30;
/** With it the first one is a hundredth of what is drawn from some thousands, and not a tenth. */
const SHIFT = 9;
