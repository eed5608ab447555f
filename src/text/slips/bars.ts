import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';

/**
 * A bar that was meant to begin a base: before a reading in round brackets, as another site has it;
 * or alone in a sentence, with no 《 behind it in the line. Bars that set words apart stand beside
 * spaces, stand several in a line, or in a line that is no sentence.
 */
export function bars(blocks: readonly Prose[]): Found[] {
  return blocks.flatMap((prose) => {
    if (!SUSPECT.test(prose.syntax)) return [];
    let start = 0;
    return prose.syntax.split('\n').flatMap((line) => {
      const lineStart = start;
      start += line.length + 1;
      return inLine(prose, line, lineStart);
    });
  });
}

/** A bar with no 《 behind it, or with a round bracket before that: seldom. */
const SUSPECT = /[｜|][^《\n]*(?:[（(\n]|$)/;

function inLine(prose: Prose, line: string, start: number): Found[] {
  if (!/[｜|]/.test(line)) return [];
  const round = Array.from(line.matchAll(ROUND), ({ index, groups }) => {
    const { base = '', reading = '' } = groups ?? {};
    return foundIn(prose, start + index, 'bar-unread', { base, reading });
  });
  if (round.length > 0) return round;
  const at = line.indexOf('｜');
  const isAlone = at !== -1 && line.lastIndexOf('｜') === at && !line.includes('《', at);
  const isMeant =
    isAlone && BASE.test(line.slice(at + 1, at + 3)) && !/\s$/u.test(line.charAt(at - 1));
  return isMeant && /[。、]/u.test(line) ? [foundIn(prose, start + at, 'bar-unread')] : [];
}

const KANA = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,30}`;
const ROUND = new RegExp(
  String.raw`(?:｜(?<base>[\p{L}\p{N}々〆〇ー]{1,20})|\|(?<base>[\p{Script=Han}々〆〇〻ヶヵ]{1,20}))` +
    String.raw`[（(](?<reading>${KANA})[)）](?!\s*[｜|])`,
  'gu',
);

/** A word; faces peep from behind bars as well: ｜ω・） */
const BASE =
  /^(?![彡ミノ])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Nd}]/u;
