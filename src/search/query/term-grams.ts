import { gramOf, type Gram } from './gram.ts';

/** A gram of a term, and its distance from the term's first character. */
export interface TermGram {
  readonly gram: Gram;
  readonly distance: number;
}

/**
 * Which grams to look up: as many next to each other as make the term, since they stand on the page
 * without a gap between them only where it does. Those that look rarer come first.
 */
export function gramsOfTerm(term: string, gramLength: number): readonly TermGram[] {
  const characters = Array.from(term);
  const last = Math.max(0, characters.length - gramLength);
  const grams = characters.flatMap((_, distance) => {
    const isNeeded = (distance % gramLength === 0 && distance < last) || distance === last;
    const own = characters.slice(distance, distance + gramLength);
    return isNeeded ? [{ gram: gramOf(own), distance, common: commonness(own) }] : [];
  });
  return grams.sort((a, b) => a.common - b.common);
}

/** How many are kana of inflections and particles, or punctuation. */
function commonness(characters: readonly string[]): number {
  return characters.filter((one) => one >= '\u3000' && one < '\u30a0').length;
}
