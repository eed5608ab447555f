import type { NumberRange, OptionWords } from './option-words.ts';
import { dashed } from './options.ts';
import { Refusal } from './refusal.ts';

/** Of a server. */
export const ports: NumberRange = { least: 0, most: 65_535 };

/**
 * Reads the value of an option that takes a number.
 *
 * @param option - its name, without dashes
 * @throws Refusal where it is no whole number of the range
 */
export function wholeNumber(
  option: string,
  text: string,
  words: OptionWords,
  range: NumberRange,
): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  throw new Refusal(words.needsNumber(dashed(option), text, range));
}
