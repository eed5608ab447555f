import { foundIn, type Found } from './found.ts';
import type { Line } from './lines.ts';
import type { Prose } from './prose.ts';

/**
 * Half-width punctuation where the same text has it full-width: ｢｣｡､ (but not among half-width
 * katakana, which are meant), and ! or ? behind Japanese, unless two of them stand together, which
 * are set upright in one cell (typesetting.md, rule 6), or one ends a title: 『けいおん!』
 */
export function halfWidth(lines: readonly Line[], blocks: readonly Prose[]): Found[] {
  const suspects = lines.filter(({ text }) => /[｡-､!?]/u.test(text));
  if (suspects.length === 0) return [];
  const hasFullWidth = blocks.some(({ syntax }) => /[！？]/u.test(syntax));
  return suspects.flatMap(({ prose, text, start }) =>
    Array.from(text.matchAll(SIGNS))
      .filter(({ 0: signs }) => /[｡-､]/u.test(signs) || (hasFullWidth && signs.length !== 2))
      .map(({ 0: signs, index }) =>
        foundIn(prose, start + index, 'half-width-punctuation', {
          sign: signs.charAt(0),
          better: FULL_WIDTH.get(signs.charAt(0)) ?? '',
        }),
      ),
  );
}

const SIGNS =
  /(?<![｡-ﾟ])[｡-､](?![｡-ﾟ])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[!?]+(?![!?！？』])/gu;

const FULL_WIDTH = new Map([
  ['｢', '「'],
  ['｣', '」'],
  ['｡', '。'],
  ['､', '、'],
  ['!', '！'],
  ['?', '？'],
]);
