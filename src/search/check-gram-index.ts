import type { BundleShape } from './bundle-index.ts';
import type { GramIndex } from './gram-index.ts';
import type { GramPage } from './group-text.ts';
import { BETWEEN } from './index-page.ts';
import {
  characterNumber,
  charactersOf,
  fileOf,
  gramOf,
  isBesideReadings,
  LONGEST_GRAM,
  type Gram,
} from './query/gram.ts';
import { gramsIn } from './query/gram-file.ts';
import { isWritten, weights, type Weight } from './query/weight.ts';

/**
 * Reads the index of a group as a browser will, each gram in the file where it is looked for.
 *
 * @throws Error unless it holds as much of grams of each length as the pages do, and names those that
 * have no places
 */
export function checkGramIndex(
  { files, frequent: named }: GramIndex,
  pages: readonly GramPage[],
  shape: BundleShape,
): void {
  const { gramLength } = shape;
  const found = new WeightSums();
  const frequent = new GramTree();
  const withoutPlaces = new Set<string>();
  files.forEach((bytes, number) => {
    for (const grams of gramsIn(bytes)) {
      for (const { gram, hasPlaces, postings } of grams) {
        if (fileOf(gram, shape) !== number) throw indexError(`a gram in file ${number}`);
        const characters = charactersOf(gram);
        if (!hasPlaces && characters.length >= gramLength) {
          frequent.add(characters);
          withoutPlaces.add(characters.join());
        }
        const isBeside = isBesideReadings(gram);
        for (const { amount } of postings) found.add(characters.length, isBeside, amount);
      }
    }
  });
  const said = new Set(named.map((gram) => gramOf(Array.from(gram)).join()));
  if (said.size !== withoutPlaces.size || ![...said].every((gram) => withoutPlaces.has(gram))) {
    throw indexError('other grams have no places than is said');
  }
  const expected = new WeightSums();
  for (const page of pages) addGrams(page, gramLength, frequent, expected);
  if (found.toString() !== expected.toString()) {
    throw indexError(`weights of ${found.toString()}, not ${expected.toString()}`);
  }
}

/** By the length of grams, and whether they stand beside readings: the sum of all their weights. */
class WeightSums {
  readonly #sums: number[] = [];

  add(length: number, isBeside: boolean, weight: number): void {
    const kind = 2 * length + (isBeside ? 1 : 0);
    this.#sums[kind] = (this.#sums[kind] ?? 0) + weight;
  }

  toString(): string {
    return this.#sums.join();
  }
}

/** Grams by their characters: of each that is there, those that go on with one more. */
class GramTree {
  readonly #children = new Map<number, GramTree>();
  #isEnd = false;

  add([first, ...others]: Gram): void {
    if (first === undefined) {
      this.#isEnd = true;
      return;
    }
    const child = this.#children.get(first) ?? new GramTree();
    this.#children.set(first, child);
    child.add(others);
  }

  /** The lengths of the grams that begin at a place: a bit for each. */
  lengthsAt(numbers: readonly number[], place: number): number {
    const child = this.#children.get(numbers[place] ?? NONE);
    const longer = child === undefined ? 0 : child.lengthsAt(numbers, place + 1) << 1;
    return longer | (this.#isEnd ? 1 : 0);
  }
}

/** No number of a character. */
const NONE = -1;

/** Adds what is to be found of a page. */
function addGrams(
  { codePoints, weights: ofCharacters }: GramPage,
  gramLength: number,
  frequent: GramTree,
  sums: WeightSums,
): void {
  const numbers = Array.from(codePoints, (one) => (one === BETWEEN ? NONE : characterNumber(one)));
  let lengths = frequent.lengthsAt(numbers, 0);
  codePoints.forEach((_, position) => {
    const lengthsBehind = frequent.lengthsAt(numbers, position + 1);
    // Longer ones are there where a frequent one begins, or ends with them.
    const isThere = (length: number) =>
      length <= gramLength || (((lengths | lengthsBehind) >> (length - 1)) & 1) === 1;
    let weight = ofCharacters[position] ?? 0;
    for (let length = 1; length <= LONGEST_GRAM; length += 1) {
      const last = ofCharacters[position + length - 1] ?? 0;
      if (last === 0) break;
      if (!isWritten(weight as Weight) && weight === weights.besideReading) weight = last;
      const isBeside = weight === weights.besideReading;
      if (isThere(length) && (!isBeside || length >= gramLength))
        sums.add(length, isBeside, weight);
    }
    lengths = lengthsBehind;
  });
}

function indexError(what: string): Error {
  return new Error(`the index cannot be read as it was written: ${what}`);
}
