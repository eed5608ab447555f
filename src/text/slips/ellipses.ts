import { foundIn, type Found } from './found.ts';
import type { Line } from './lines.ts';

/**
 * An odd number of …, which come in twos in Japanese; and what is typed for them: ・・・, 。。。, an odd
 * number of ‥ (in twos some mean it), and ... behind Japanese. Left alone are dots as a reading,
 * lines of nothing else, and leaders before a number.
 */
export function ellipses({ prose, text, start }: Line): Found[] {
  if (!SUSPECT.test(text)) return [];
  return Array.from(text.matchAll(RUNS)).flatMap(({ 0: run, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + run.length)];
    const at = start + index;
    if (run.startsWith('…')) {
      return run.length % 2 === 0 || isBetweenLatin(before, after)
        ? []
        : [foundIn(prose, at, 'ellipsis-odd', { count: run.length })];
    }
    if (run.startsWith('‥') && run.length % 2 === 0) return [];
    const isPoints = run.startsWith('.') || run.startsWith('．');
    if (isPoints ? !BEHIND_JAPANESE.test(before.slice(-2)) : DOTS.test(before.slice(-1))) return [];
    if (/^[\d０-９]/u.test(after) || text.trim().length === run.length) return [];
    return [foundIn(prose, at, 'ellipsis-substitute', { run: run.slice(0, LONGEST_SHOWN) })];
  });
}

/** Any of these runs but an even number of …, of which most lines hold no other. */
const SUSPECT = /(?<!…)(?:……)*…(?!…)|‥|[・･]{3}|。{3}|、{3}|[.．]{3}/;
const RUNS = /…+|‥+|[・･]{3,}|。{3,}|、{3,}|[.．]{3,}/gu;
const DOTS = /[《｜|]/u;
const BEHIND_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー「『（。、！？]$/u;
const LONGEST_SHOWN = 12;

function isBetweenLatin(before: string, after: string): boolean {
  return /[A-Za-z]$/.test(before.slice(-1)) && /^ ?[A-Za-z]/.test(after.slice(0, 2));
}
