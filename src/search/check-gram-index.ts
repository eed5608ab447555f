import type { BundleShape } from './bundle-index.ts';
import type { GramIndex } from './gram-index.ts';
import type { GramPage } from './group-text.ts';
import { BETWEEN } from './index-page.ts';
import { charactersOf, fileOf, gramOf, isBesideReadings, LONGEST_GRAM } from './query/gram.ts';
import { groupsIn } from './query/gram-file.ts';
import { weights } from './query/weight.ts';

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
  const found = new WeightSums();
  const withoutPlaces = new Set<string>();
  files.forEach((bytes, number) => {
    for (const grams of groupsIn(bytes)) {
      while (grams.next()) {
        const { gram, hasPlaces } = grams;
        if (fileOf(gram, shape) !== number) throw indexError(`a gram in file ${number}`);
        const isBeside = isBesideReadings(gram);
        const length = gram.length - (isBeside ? 1 : 0);
        if (length < 1 || length > LONGEST_GRAM) throw indexError(`a gram of ${length} characters`);
        if (!hasPlaces && length >= shape.gramLength) withoutPlaces.add(charactersOf(gram).join());
        found.add(length, isBeside, grams.amount());
      }
    }
  });
  const said = new Set(named.map((gram) => gramOf(Array.from(gram)).join()));
  if (said.size !== withoutPlaces.size || ![...said].every((gram) => withoutPlaces.has(gram))) {
    throw indexError('other grams have no places than is said');
  }
  const expected = new WeightSums();
  const frequent = new GramTree();
  for (const gram of named) frequent.add(Array.from(gram, (one) => one.codePointAt(0) ?? 0));
  for (const page of pages) addGrams(page, shape, frequent, expected);
  if (found.toString() !== expected.toString()) {
    throw indexError(`weights of ${found.toString()}, not ${expected.toString()}`);
  }
}

/** By the length of grams, and whether they stand beside readings: the sum of all their weights. */
class WeightSums {
  readonly #sums = new Float64Array(2 * LONGEST_GRAM + 2);

  /** @param length - from 1 to that of the longest gram */
  add(length: number, isBeside: boolean, weight: number): void {
    const kind = 2 * length + (isBeside ? 1 : 0);
    this.#sums[kind] = (this.#sums[kind] ?? 0) + weight;
  }

  toString(): string {
    return this.#sums.join();
  }
}

/** Grams by their code points: of each that is there, those that go on with one more. */
class GramTree {
  readonly #children = new Map<number, GramTree>();
  #isEnd = false;

  add([first, ...others]: readonly number[]): void {
    if (first === undefined) {
      this.#isEnd = true;
      return;
    }
    const child = this.#children.get(first) ?? new GramTree();
    this.#children.set(first, child);
    child.add(others);
  }

  /** The lengths of the grams that begin at a place: a bit for each. */
  lengthsAt(codePoints: Uint32Array, place: number): number {
    const child = this.#children.get(codePoints[place] ?? BETWEEN);
    const longer = child === undefined ? 0 : child.lengthsAt(codePoints, place + 1) << 1;
    return longer | (this.#isEnd ? 1 : 0);
  }
}

/** Adds what is to be found of a page. */
function addGrams(
  { codePoints, weights: ofCharacters }: GramPage,
  { gramLength }: BundleShape,
  frequent: GramTree,
  sums: WeightSums,
): void {
  let lengths = frequent.lengthsAt(codePoints, 0);
  for (let position = 0; position < codePoints.length; position += 1) {
    const lengthsBehind = frequent.lengthsAt(codePoints, position + 1);
    // Longer ones are there where a frequent one begins, or ends with them.
    const longer = (lengths | lengthsBehind) << 1;
    lengths = lengthsBehind;
    let weight = ofCharacters[position] ?? 0;
    for (let length = 1; length <= LONGEST_GRAM; length += 1) {
      const last = ofCharacters[position + length - 1] ?? 0;
      if (last === 0) break;
      if (weight === weights.besideReading) weight = last;
      if (length > gramLength && ((longer >> length) & 1) === 0) continue;
      const isBeside = weight === weights.besideReading;
      if (!isBeside || length >= gramLength) sums.add(length, isBeside, weight);
    }
  }
}

function indexError(what: string): Error {
  return new Error(`the index cannot be read as it was written: ${what}`);
}
