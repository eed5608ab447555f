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
// Where no character can join another, each is one grapheme; segmenting costs fifty times as much.
const plain =
  /^[\u0020-\u007e\u3001-\u3029\u3030-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff9d]*$/u;

function countCharacters(text: string): number {
  const visible = text.replace(/\s/gu, '');
  if (plain.test(visible)) return visible.length;
  let count = 0;
  for (const segment of graphemes.segment(visible)) count += segment.index >= 0 ? 1 : 0;
  return count;
}

function countWords(text: string, language: string): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  let count = 0;
  for (const segment of words.segment(text)) if (segment.isWordLike === true) count += 1;
  return count;
}
