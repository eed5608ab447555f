import { isJapanese } from '#src/manuscript/language.ts';

/** How long a text is, in what its language counts. */
export interface Length {
  readonly amount: number;
  readonly unit: 'characters' | 'words';
}

const perMinute = { characters: 500, words: 230 } as const;

/**
 * Measures base text (without readings and code): graphemes without white space in Japanese,
 * words in other languages.
 *
 * @param text - plain text, such as the text pipeline's `toPlainText`
 * @param language - BCP 47
 */
export function measureLength(text: string, language: string): Length {
  const unit = lengthUnit(language);
  return { unit, amount: unit === 'words' ? countWords(text, language) : countCharacters(text) };
}

export function lengthUnit(language: string): Length['unit'] {
  return isJapanese(language) ? 'characters' : 'words';
}

/** Reading time in minutes, rounded up: 500 characters or 230 words a minute. */
export function readingMinutes(length: Length): number {
  return Math.ceil(length.amount / perMinute[length.unit]);
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

// Between two of these stands a boundary of graphemes, whatever is around (UAX 29); segmenting costs
// fifty times as much, so that it is asked about the others only, and what they touch.
const plain =
  String.raw`\u0020-\u007e\u2010-\u2027\u2030-\u203b\u2500-\u25a9\u25b2-\u25b5\u25bc-\u25bf\u25c6-\u25cf` +
  String.raw`\u3001-\u3029\u3031-\u303c\u303e-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d`;
const uncertain = new RegExp(`[^${plain}]+`, 'g');

function countCharacters(text: string): number {
  return countGraphemes(text.replace(/\s+/gu, ''));
}

/** The number of what a reader takes for characters (UAX 29, extended grapheme clusters). */
export function countGraphemes(text: string): number {
  let count = text.length;
  let start = 0;
  let end = 0;
  const settle = (): void => {
    if (end > start) count += segmentsIn(text.slice(start, end)) - (end - start);
  };
  for (const { 0: units, index } of text.matchAll(uncertain)) {
    if (index > end) {
      settle();
      start = Math.max(end, index - 1);
    }
    end = Math.min(text.length, index + units.length + 1);
  }
  settle();
  return count;
}

/** Whether a grapheme ends behind each UTF-16 code unit of a text, which needs no segmenter then. */
export function isOfSingleUnits(text: string): boolean {
  return text.search(uncertain) === -1;
}

function segmentsIn(text: string): number {
  let count = 0;
  for (const segment of graphemes.segment(text)) count += segment.index >= 0 ? 1 : 0;
  return count;
}

function countWords(text: string, language: string): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  let count = 0;
  for (const segment of words.segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}
