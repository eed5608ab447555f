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
 * The grams of each group of a file, in order.
 *
 * @throws RangeError where it is no such file
 */
export function* groupsIn(bytes: Uint8Array): Generator<GramReader> {
  const reader = new VarintReader(bytes);
  while (!reader.isAtEnd) {
    const sizes = { pages: reader.next(), length: reader.next() };
    const longPages = increasing(reader);
    const [count, length] = [reader.next(), reader.next()];
    yield new GramReader(reader.bytes(length), { sizes, longPages, count });
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
  return Array.from(groupsIn(bytes), (grams) => {
    while (grams.next()) {
      const { gram } = grams;
      if (gram.length === wanted.length && gram.every((n, i) => n === wanted[i])) {
        return { gram, postings: grams.postings() };
      }
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
  /** Of how many pages there are postings. */
  readonly pages: number;
  readonly hasPlaces: boolean;
  /** Whether all weights are. */
  readonly areUsual: boolean;
  /** For amounts of unusual weight. */
  readonly amountParameter: number;
  readonly usual: Weight;
}

/** What a reader of grams has to know of their group. */
interface GramsFormat {
  readonly sizes: GroupSizes;
  readonly longPages: ReadonlySet<number>;
  /** Of grams. */
  readonly count: number;
}

/** Reads the grams of a group, one after the other. Before the first there is none. */
export class GramReader {
  readonly #bits: BitReader;
  readonly #format: GramsFormat;
  /** How many grams come behind this one. */
  #left: number;
  #length = 0;
  #isBeside = false;
  #first = 0;
  #gram: Gram = [];
  /** Of this gram, until its postings were read. */
  #postings: PostingsFormat | undefined;
  #hasPlaces = false;

  constructor(bytes: Uint8Array, format: GramsFormat) {
    this.#bits = new BitReader(bytes);
    this.#format = format;
    this.#left = format.count;
  }

  get gram(): Gram {
    return this.#gram;
  }

  /** Whether they are told of all pages, and not of long ones alone. */
  get hasPlaces(): boolean {
    return this.#hasPlaces;
  }

  /**
   * Goes on to the next gram.
   *
   * @returns whether there is one
   */
  next(): boolean {
    if (this.#postings !== undefined) this.amount();
    if (this.#left === 0) return false;
    this.#left -= 1;
    if (this.#bits.bits(1) === 0) {
      this.#length = this.#bits.bits(3);
      this.#isBeside = this.#bits.bits(1) === 1;
      this.#first = 0;
    }
    this.#first += this.#bits.gamma() - 1;
    this.#gram = this.#readName();
    const pages = this.#bits.gamma();
    const hasPlaces = this.#bits.bits(1) === 1;
    const areUsual = this.#bits.bits(1) === 0;
    const amountParameter = areUsual || hasPlaces ? 0 : this.#bits.bits(PARAMETER_BITS);
    const usual = usualWeight(this.#gram);
    this.#hasPlaces = hasPlaces;
    this.#postings = { pages, hasPlaces, areUsual, amountParameter, usual };
    return true;
  }

  /** But for the first character, which is known. */
  #readName(): Gram {
    const characters = new Array<number>(this.#length);
    characters[0] = this.#first;
    for (let i = 1; i < characters.length; i += 1) characters[i] = this.#bits.sized();
    return this.#isBeside ? besideReadings(characters) : characters;
  }

  /** The postings of this gram. They can be read once, or else their amount. */
  postings(): readonly Posting[] {
    const postings: Posting[] = [];
    this.#read(postings);
    return postings;
  }

  /** The sum of the weights of all places of this gram. */
  amount(): number {
    return this.#read();
  }

  /**
   * @param postings - where they are put
   * @returns their amount
   */
  #read(postings?: Posting[]): number {
    const format = this.#postings;
    if (format === undefined) throw new Error('the postings of a gram are read once');
    this.#postings = undefined;
    const { sizes, longPages } = this.#format;
    const parameter = pageParameter(sizes, format.pages);
    let sum = 0;
    let page = -1;
    for (let left = format.pages; left > 0; left -= 1) {
      page += 1 + this.#bits.rice(parameter);
      const areUsual = format.areUsual || this.#bits.bits(1) === 1;
      const weight = areUsual ? format.usual : undefined;
      sum +=
        format.hasPlaces || longPages.has(page)
          ? this.#readPlaces(page, weight, postings)
          : this.#readAmount(page, weight, format.amountParameter, postings);
    }
    return sum;
  }

  #readAmount(
    page: number,
    usual: Weight | undefined,
    parameter: number,
    postings: Posting[] | undefined,
  ): number {
    const inTitle = usual === undefined && this.#bits.bits(1) === 1;
    const amount = usual === undefined ? this.#bits.rice(parameter) : this.#bits.gamma() * usual;
    postings?.push({ page, amount, isInTitle: inTitle, places: undefined });
    return amount;
  }

  /** @param usual - the weight of all places; undefined where each has its own */
  #readPlaces(page: number, usual: Weight | undefined, postings: Posting[] | undefined): number {
    const count = this.#bits.gamma();
    const parameter = placeParameter(this.#format.sizes, count);
    const positions: number[] | undefined = postings && [];
    let position = -1;
    for (let left = count; left > 0; left -= 1) {
      position += 1 + this.#bits.rice(parameter);
      positions?.push(position);
    }
    const ofPlaces: Weight[] | undefined = postings && [];
    let amount = 0;
    for (let left = count; left > 0; left -= 1) {
      const weight = usual ?? codedWeights[this.#bits.bits(3)] ?? weights.text;
      amount += weight;
      ofPlaces?.push(weight);
    }
    if (positions !== undefined && ofPlaces !== undefined) {
      const places = { positions, weights: ofPlaces };
      postings?.push({ page, amount, isInTitle: ofPlaces.some(isInTitle), places });
    }
    return amount;
  }
}
