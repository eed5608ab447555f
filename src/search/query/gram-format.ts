import { riceParameter } from './bits.ts';
import { isBesideReadings, type Gram } from './gram.ts';
import { weights, type Weight } from './weight.ts';

/**
 * The format of the index. A file holds for each group of its bundle, in order, as varints: how many
 * pages the group has, how long they are on average, how many of them are long, the differences of
 * these, how many grams there are, and how many bytes they take; then these, which are bits
 * (`bits.ts`).
 *
 * Grams are sorted by how many characters they have, and by the first of these. Each begins with one
 * bit: whether it has as many as the one before; if not, three bits for how many, and whether it stands
 * beside readings. Then the difference of its first character to the one before; its other characters;
 * γ for the number of pages; whether it has the places of all; whether some weights are unusual; then
 * five bits for the parameter of amounts, if it needs one; and its postings.
 *
 * That is for each page the difference to the one before; whether all weights are usual, where some are
 * not; then γ for the number of places, their differences, and unless the weights are usual three bits
 * for each. Without places, unless the page is long: γ for the number of places of usual weight; or else
 * whether one is in a title, and the sum of the weights.
 */

/** Of a place: three bits tell one of these. */
export const codedWeights: readonly Weight[] = [
  weights.text,
  weights.wordStart,
  weights.heading,
  weights.title,
  weights.titleInWord,
  weights.titleReading,
  weights.reading,
  weights.besideReading,
];

/** Of a group. */
export interface GroupSizes {
  /** How many. */
  readonly pages: number;
  /** Of a page, on average. */
  readonly length: number;
}

/** The parameter for the differences of pages, of which there are so many. */
export function pageParameter({ pages }: GroupSizes, count: number): number {
  return riceParameter(pages / count - 1);
}

/** The same for the places on one page. */
export function placeParameter({ length }: GroupSizes, count: number): number {
  return riceParameter(length / (count + 1));
}

/** The weight that a gram has in most places. */
export function usualWeight(gram: Gram): Weight {
  return isBesideReadings(gram) ? weights.besideReading : weights.text;
}

/** In which a parameter is written. */
export const PARAMETER_BITS = 5;
