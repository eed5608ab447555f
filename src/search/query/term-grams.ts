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

/** The same gram with the character behind it, or at the term's end with the one before it. */
export function longerGram(term: string, { gram, distance }: TermGram): TermGram | undefined {
  const characters = gramOf(Array.from(term));
  const end = distance + gram.length + 1;
  if (end <= characters.length) return { gram: characters.slice(distance, end), distance };
  return distance === 0
    ? undefined
    : { gram: characters.slice(distance - 1), distance: distance - 1 };
}

/** Tells the grams of a term apart. */
export function nameOf({ distance, gram }: TermGram): string {
  return `${distance} ${gram.length}`;
}

/** How many are kana of inflections and particles, or punctuation. */
function commonness(characters: readonly string[]): number {
  return characters.filter((one) => one >= '\u3000' && one < '\u30a0').length;
}
