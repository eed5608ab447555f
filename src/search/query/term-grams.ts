import { gramOf, LONGEST_GRAM, type Gram } from './gram.ts';

/** A gram of a term, and its distance from the term's first character. */
export interface TermGram {
  readonly gram: Gram;
  readonly distance: number;
}

/**
 * The grams that tell where a term stands: as many next to each other, or over each other, as make it,
 * since they stand on a page without a gap between them only where it does. One that is the term comes
 * alone; else all have their places.
 *
 * @param isFrequent - of a gram as text: then longer ones tell its places
 */
export function gramsOfTerm(
  term: string,
  gramLength: number,
  isFrequent: (gram: string) => boolean,
): readonly TermGram[] {
  const characters = Array.from(term);
  const charactersOf = ({ from, to }: Range) => characters.slice(from, to);
  const isOften = (range: Range) => isFrequent(charactersOf(range).join(''));
  const isThere = ({ from, to }: Range) =>
    to - from <= gramLength || isOften({ from, to: to - 1 }) || isOften({ from: from + 1, to });
  const whole = { from: 0, to: characters.length };
  const chosen =
    characters.length <= LONGEST_GRAM && isThere(whole)
      ? [whole]
      : coverOf(
          characters.length,
          rangesOf(characters.length, gramLength).filter((one) => isThere(one) && !isOften(one)),
        );
  return chosen.map((range) => ({ gram: gramOf(charactersOf(range)), distance: range.from }));
}

/** Grams of one term, those first that look rarer. */
export function byRarity(characters: readonly string[]): (a: TermGram, b: TermGram) => number {
  const commonness = ({ distance, gram }: TermGram) =>
    characters.slice(distance, distance + gram.length).filter(isCommon).length;
  return (a, b) => commonness(a) - commonness(b);
}

/** Whether it is one of the kana that inflections and particles are made of, or punctuation. */
function isCommon(character: string): boolean {
  return character >= '\u3000' && character < '\u30a0';
}

/** Some of a term's characters, half-open. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** All of so many characters and more, as far as grams go. */
function rangesOf(length: number, least: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let size = least; size <= LONGEST_GRAM; size += 1) {
    for (let to = size; to <= length; to += 1) ranges.push({ from: to - size, to });
  }
  return ranges;
}

/** As few as hold all characters: of those that hold the first one left, that which reaches farthest. */
function coverOf(length: number, ranges: readonly Range[]): readonly Range[] {
  const chosen: Range[] = [];
  for (let reached = 0; reached < length;) {
    const [next] = ranges
      .filter(({ from, to }) => from <= reached && to > reached)
      .sort((a, b) => b.to - a.to || a.from - b.from);
    if (next === undefined) throw new Error('no gram for a character');
    chosen.push(next);
    reached = next.to;
  }
  return chosen;
}

/** Tells the grams of a term apart. */
export function nameOf({ distance, gram }: TermGram): string {
  return `${distance} ${gram.length}`;
}
