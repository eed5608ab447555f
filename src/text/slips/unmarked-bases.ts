import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';

/**
 * A reading in kana directly behind Latin letters or digits, which carry one only where a bar says
 * so. Behind kana the brackets may as well quote: 本は《こころ》.
 */
export function unmarkedBases(blocks: readonly Prose[]): Found[] {
  return blocks.flatMap((prose) => {
    if (!SUSPECT.test(prose.syntax)) return [];
    return Array.from(prose.syntax.matchAll(UNMARKED)).flatMap(({ 0: whole, index, groups }) => {
      const base = groups?.['base'] ?? '';
      return isMarked(prose.syntax, index)
        ? []
        : [foundIn(prose, index, 'base-unmarked', { base, whole })];
    });
  });
}

/** A 《 behind anything but kanji, kana and what is written among them: seldom. */
const SUSPECT = /[^\u3000-\u9fff]《/;

const UNMARKED =
  /(?<base>[\p{Script=Latin}\p{Nd}]+)《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,50}》/gu;

/** Whether a bar before an offset reaches it: none of the notation's own signs stands between. */
function isMarked(syntax: string, at: number): boolean {
  return /[｜|][^《》\n]*$/u.test(syntax.slice(Math.max(0, at - 100), at));
}
