import { BitReader, riceParameter } from './bits.ts';
import { besideReadings, isBesideReadings, type Gram } from './gram.ts';
import { VarintReader } from './varint.ts';
import { isInTitle, weights, type Weight } from './weight.ts';

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

/** What a page holds of a gram. */
export interface Posting {
  /** The page's number in its group. */
  readonly page: number;
  /** The sum of the weights of all places. */
  readonly amount: number;
  readonly isInTitle: boolean;
  /** In order: in the text, and behind each block in the same as read aloud. */
  readonly places: Places | undefined;
}

export interface Places {
  /** Numbers of characters from the page's beginning. */
  readonly positions: readonly number[];
  /** Of each place. */
  readonly weights: readonly Weight[];
}

export interface GramPostings {
  readonly gram: Gram;
  /** Whether they are told of all pages, and not of long ones alone. */
  readonly hasPlaces: boolean;
  readonly postings: readonly Posting[];
}

/** Three bits tell one of these. */
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

/**
 * The grams of each group of a file.
 *
 * @throws RangeError where it is no such file
 */
export function* gramsIn(bytes: Uint8Array): Generator<Generator<GramPostings>> {
  const reader = new VarintReader(bytes);
  while (!reader.isAtEnd) {
    const sizes = { pages: reader.next(), length: reader.next() };
    const longPages = increasing(reader);
    const [count, length] = [reader.next(), reader.next()];
    yield new GramReader(reader.bytes(length), sizes, longPages).grams(count);
  }
}

/** How many numbers there are, and the difference of each to the one before. */
function increasing(reader: VarintReader): ReadonlySet<number> {
  const numbers = new Set<number>();
  let last = 0;
  for (let left = reader.next(); left > 0; left -= 1) numbers.add((last += reader.next()));
  return numbers;
}

/**
 * What each group of a file has of a gram; undefined where it has none.
 *
 * @throws RangeError where it is no such file
 */
export function gramIn(bytes: Uint8Array, wanted: Gram): readonly (GramPostings | undefined)[] {
  return Array.from(gramsIn(bytes), (grams) => {
    for (const one of grams) {
      const { gram } = one;
      if (gram.length === wanted.length && gram.every((n, i) => n === wanted[i])) return one;
    }
    return undefined;
  });
}

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

interface PostingsFormat {
  readonly hasPlaces: boolean;
  /** Whether all weights are. */
  readonly areUsual: boolean;
  /** For amounts of unusual weight. */
  readonly amountParameter: number;
  readonly usual: Weight;
}

class GramReader {
  readonly #bits: BitReader;
  readonly #sizes: GroupSizes;
  readonly #longPages: ReadonlySet<number>;

  constructor(bytes: Uint8Array, sizes: GroupSizes, longPages: ReadonlySet<number>) {
    this.#bits = new BitReader(bytes);
    this.#sizes = sizes;
    this.#longPages = longPages;
  }

  *grams(count: number): Generator<GramPostings> {
    let [length, isBeside, first] = [0, false, 0];
    for (let left = count; left > 0; left -= 1) {
      if (this.#bits.bits(1) === 0) {
        [length, isBeside, first] = [this.#bits.bits(3), this.#bits.bits(1) === 1, 0];
      }
      first += this.#bits.gamma() - 1;
      const characters = [first];
      while (characters.length < length) characters.push(this.#bits.sized());
      const gram = isBeside ? besideReadings(characters) : characters;
      const pages = this.#bits.gamma();
      const hasPlaces = this.#bits.bits(1) === 1;
      const areUsual = this.#bits.bits(1) === 0;
      const amountParameter = areUsual || hasPlaces ? 0 : this.#bits.bits(PARAMETER_BITS);
      const format = { hasPlaces, areUsual, amountParameter, usual: usualWeight(gram) };
      yield { gram, hasPlaces, postings: this.#postings(pages, format) };
    }
  }

  #postings(count: number, format: PostingsFormat): readonly Posting[] {
    const parameter = pageParameter(this.#sizes, count);
    const postings: Posting[] = [];
    let page = -1;
    for (let left = count; left > 0; left -= 1) {
      page += 1 + this.#bits.rice(parameter);
      const areUsual = format.areUsual || this.#bits.bits(1) === 1;
      const weight = areUsual ? format.usual : undefined;
      const withPlaces = format.hasPlaces || this.#longPages.has(page);
      postings.push(
        withPlaces
          ? this.#places(page, weight)
          : this.#amount(page, weight, format.amountParameter),
      );
    }
    return postings;
  }

  #amount(page: number, usual: Weight | undefined, parameter: number): Posting {
    const inTitle = usual === undefined && this.#bits.bits(1) === 1;
    const amount = usual === undefined ? this.#bits.rice(parameter) : this.#bits.gamma() * usual;
    return { page, amount, isInTitle: inTitle, places: undefined };
  }

  /** @param usual - the weight of all places; undefined where each has its own */
  #places(page: number, usual: Weight | undefined): Posting {
    const count = this.#bits.gamma();
    const parameter = placeParameter(this.#sizes, count);
    const positions: number[] = [];
    let position = -1;
    for (let left = count; left > 0; left -= 1) {
      position += 1 + this.#bits.rice(parameter);
      positions.push(position);
    }
    const ofPlaces = positions.map(() => usual ?? codedWeights[this.#bits.bits(3)] ?? weights.text);
    return {
      page,
      amount: ofPlaces.reduce((sum: number, weight) => sum + weight, 0),
      isInTitle: ofPlaces.some(isInTitle),
      places: { positions, weights: ofPlaces },
    };
  }
}
