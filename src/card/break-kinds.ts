import { isJapanese } from '#src/text/language.ts';
import { phraseBoundaries } from '#src/text/phrases.ts';

/** Places where a line may end, the better ones first. */
export const breakKinds = {
  /** Where a title pauses: behind a stop, or around what stands in brackets. */
  part: 0,
  /** Between two phrases of Japanese, or words of another language. */
  phrase: 1,
  /** Between two characters of Japanese. */
  character: 2,
  /** Within a word. */
  word: 3,
  /** Where Japanese never breaks a line (JIS X 4051, section 6.1). */
  never: 4,
} as const;
export type BreakKind = (typeof breakKinds)[keyof typeof breakKinds];

/**
 * What kind of a break stands before each grapheme of a line.
 *
 * @param language - BCP 47
 */
export function findBreaks(line: readonly string[], language: string): readonly BreakKind[] {
  // Elsewhere squares stand in no phrases that could be told apart.
  const phrases = isJapanese(language) ? phraseBoundaries(line.join('')) : undefined;
  const opening = openingWaves(line);
  let offset = 0;
  return line.map((after, i) => {
    const isPhrase = phrases?.has(offset) ?? true;
    offset += after.length;
    if (opening.has(i - 1)) return breakKinds.never;
    if (i > 0 && opening.has(i) && !notLast.test(line[i - 1] ?? '')) return breakKinds.part;
    return kindBetween(line.slice(Math.max(0, i - 2), i), after, isPhrase);
  });
}

/** Where a wave dash opens a subtitle, as in 春〜はじまり〜, which it does where they come in pairs. */
function openingWaves(line: readonly string[]): ReadonlySet<number> {
  const isWave = (grapheme = '') => /^[〜～]$/u.test(grapheme);
  const waves = line.flatMap((grapheme, i) => {
    return isWave(grapheme) && !isWave(line[i - 1]) && !isWave(line[i + 1]) ? [i] : [];
  });
  return new Set(waves.length % 2 === 0 ? waves.filter((_, nth) => nth % 2 === 0) : []);
}

/** @param two - what stands before the break: one grapheme or two, or none */
function kindBetween(two: readonly string[], after: string, isPhrase: boolean): BreakKind {
  const before = two.at(-1) ?? '';
  const isSpace = before === ' ' || before === '\u3000';
  const last = isSpace ? (two[0] ?? '') : before;
  if (before === '' || notFirst.test(after) || notLast.test(last)) return breakKinds.never;
  if (before === after && inseparable.test(after)) return breakKinds.never;
  if (/[\u3000、。，．！？]$/u.test(before)) return breakKinds.part;
  if (isSpace) {
    const isPause = isSquare(last) || isSquare(after) || /^[,:;!?—]$/u.test(last);
    return isPause ? breakKinds.part : breakKinds.phrase;
  }
  if (isPhrase && (/[」』）】〉》〕…〜～]$/u.test(before) || /^[「『（【〈《〔]/u.test(after))) {
    return breakKinds.part;
  }
  if (isSquare(before) || isSquare(after)) {
    return isPhrase ? breakKinds.phrase : breakKinds.character;
  }
  return /[-‐–—/]$/u.test(before) && /^\p{L}/u.test(after) ? breakKinds.phrase : breakKinds.word;
}

/** What no line begins with: closing marks, stops, small kana, marks of length and repetition. */
const notFirst =
  /^[ \u3000、。，．・：；？！‼⁇⁈⁉,.:;?!…‥ーｰ〜～゛゜ヽヾゝゞ々〻‐–°′″℃％%)\]}）］｝」｣』】〕〉》〙〗〟’”»ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｯﾞﾟ､｡･]/u;

/** What no line ends with: opening marks, and signs before a number. */
const notLast = /[([{（［｛「｢『【〔〈《〘〖〝‘“«＃#￥¥＄$№]$/u;

const inseparable = /^[—―─]$/u;

/** Whether it fills a square, as what Japanese breaks lines between. */
function isSquare(grapheme: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2015\u2025\u2026\u2460-\u27bf\u3000-\u33ff\uff00-\uffef]/u.test(
    grapheme,
  );
}
