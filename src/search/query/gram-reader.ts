import { BitReader } from './bits.ts';
import { besideReadings, type Gram } from './gram.ts';
import {
  codedWeights,
  PARAMETER_BITS,
  pageParameter,
  placeParameter,
  usualWeight,
  type GroupSizes,
} from './gram-format.ts';
import { isInTitle, weights, type Weight } from './weight.ts';

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

  /** Whether the places of this gram are told of all pages, and not of long ones alone. */
  get hasPlaces(): boolean {
    return this.#hasPlaces;
  }

  /**
   * Goes on to the next gram.
   *
   * @returns whether there is one
   * @throws RangeError where the bytes end before
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

  /**
   * The postings of this gram. Either these or `amount` can be asked for, and once.
   *
   * @throws RangeError where the bytes end before
   */
  postings(): readonly Posting[] {
    const postings: Posting[] = [];
    this.#read(postings);
    return postings;
  }

  /**
   * The sum of the weights of all places of this gram.
   *
   * @throws RangeError where the bytes end before
   */
  amount(): number {
    return this.#read();
  }

  /**
   * @param postings - where they are put
   * @returns their amount
   */
  #read(postings?: Posting[]): number {
    const format = this.#postings;
    if (format === undefined)
      throw new Error('the postings of a gram are read once, and there is none before the first');
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
