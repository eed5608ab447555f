import type { Dice } from '#tests/support/dice.ts';
import { readingOf, type Word } from './vocabulary.ts';

/**
 * A word as its writer puts it down: mostly bare, else with its reading or with dots, in each of the
 * ways that there are.
 *
 * @param before - what it stands behind, which a reading without a bar might reach into
 */
export function noted(dice: Dice, word: Word, before: string): string {
  const way = dice.below(100);
  if (way >= SHARE) return word.written;
  const reading = readingOf(word);
  const { written } = word;
  const isPlain = !/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}+$/u.test(written);
  if (way < 7 && isPlain) return `${written}《${reading}》`;
  if (way < 9) return `｜${written}《${reading}》`;
  if (way === 9) return `|${written}《${reading}》`;
  if (way === 10) return `{${written}|${reading}}`;
  if (way === 11) return `{${written}|${word.readings.join('|')}}`;
  if (way < 14) return `《《${written}》》`;
  return `｜${written}《${'・'.repeat(written.length)}》`;
}

/** A word that is read as another one: ｜魔導書《グリモア》 */
export function glossed({ written }: Word, reading: string): string {
  return `｜${written}《${reading}》`;
}

/** Words in a hundred that are not bare. */
const SHARE = 15;
