import { gramOf, LONGEST_GRAM, type Gram } from './gram.ts';

/** A gram of a term, and its distance from the term's first character. */
export interface TermGram {
  readonly gram: Gram;
  readonly distance: number;
}

/**
 * The grams that tell where a term stands: as many next to each other, or over each other, as make it,
 * since they stand on a page without a gap between them only where it does. One that is the term comes
 * alone; else all have their places. Those that look rarer come first.
 *
 * @param isFrequent - of a gram by its characters: then longer ones tell its places
 */
export function gramsOfTerm(
  term: string,
  gramLength: number,
  isFrequent: (gram: string) => boolean,
): readonly TermGram[] {
  const characters = Array.from(term);
  const stretch = ({ from, to }: Stretch) => characters.slice(from, to);
  const isThere = ({ from, to }: Stretch) =>
    to - from <= gramLength ||
    isFrequent(stretch({ from, to: to - 1 }).join('')) ||
    isFrequent(stretch({ from: from + 1, to }).join(''));
  const whole = { from: 0, to: characters.length };
  const chosen =
    characters.length <= LONGEST_GRAM && isThere(whole)
      ? [whole]
      : coverOf(
          characters.length,
          stretchesOf(characters.length, gramLength).filter(
            (one) => isThere(one) && !isFrequent(stretch(one).join('')),
          ),
        );
  return chosen
    .map((one) => ({ ...one, common: commonness(stretch(one)) }))
    .sort((a, b) => a.common - b.common)
    .map((one) => ({ gram: gramOf(stretch(one)), distance: one.from }));
}

/** Some of a term's characters, half-open. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Those of a term that are as long as grams of the bundle's length and longer ones are. */
function stretchesOf(length: number, least: number): readonly Stretch[] {
  const sizes = Array.from({ length: LONGEST_GRAM + 1 - least }, (_, i) => least + i);
  return sizes.flatMap((size) =>
    Array.from({ length: Math.max(0, length + 1 - size) }, (_, from) => ({
      from,
      to: from + size,
    })),
  );
}

/** As few as hold all characters: of those that hold the first one left, that which reaches farthest. */
function coverOf(length: number, stretches: readonly Stretch[]): readonly Stretch[] {
  const chosen: Stretch[] = [];
  for (let reached = 0; reached < length;) {
    const [next] = stretches
      .filter(({ from, to }) => from <= reached && to > reached)
      .sort((a, b) => b.to - a.to || a.from - b.from);
    if (next === undefined) throw new Error(`no gram holds character ${reached} of ${length}`);
    chosen.push(next);
    reached = next.to;
  }
  return chosen;
}

/** Tells the grams of a term apart. */
export function nameOf({ distance, gram }: TermGram): string {
  return `${distance} ${gram.length}`;
}

/** How many are kana of inflections and particles, or punctuation. */
function commonness(characters: readonly string[]): number {
  return characters.filter((one) => one >= '\u3000' && one < '\u30a0').length;
}
