import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';

/** A reading in kana that goes on in the next line, where it is no reading any more. */
export function brokenReadings(blocks: readonly Prose[]): Found[] {
  return blocks.flatMap((prose) => {
    if (!MAYBE.test(prose.syntax)) return [];
    return Array.from(prose.syntax.matchAll(BROKEN), ({ index, groups }) => {
      const reading = (groups?.['reading'] ?? '').replace(/\s+/gu, '');
      return foundIn(prose, index, 'reading-broken', { reading });
    });
  });
}

/** A line that ends within brackets. */
const MAYBE = /《[^《》\n]*\n/u;

const KANA = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー・]`;
const BASE = String.raw`[\p{Script=Han}々〆〇〻ヶヵ]|[｜|][^《》｜|\n]{1,30}`;
const BROKEN = new RegExp(
  String.raw`(?<=${BASE})《(?<reading>${KANA}{1,30}[ \u3000]*\n[ \u3000]*${KANA}{1,30})》`,
  'gu',
);
