import { BitReader, riceParameter } from './bits.ts';
import { BESIDE_LENGTH, type Gram } from './gram.ts';
import { VarintReader } from './varint.ts';
import { isInTitle, weights, type Weight } from './weight.ts';

/**
 * The format of the index. A file holds for each group of its bundle, in order, as varints: how many
 * pages the group has, how long they are on average, the lengths in bytes of a list of grams and of
 * their postings; then these two.
 *
 * The list holds grams of one, two, three and four numbers, in this order, each sorted by its first:
 * 8 × the difference of that to the one before, + 4 where it has places, + how many numbers (0 for
 * four); its other numbers; how many pages.
 *
 * The postings are bits (`bits.ts`): for each page of a gram the difference to the one before; whether
 * all weights are usual; then γ for the number of places, their differences, and unless the weights
 * are usual three bits for each. Without places: γ for the number of places of usual weight; or else
 * whether one is in a title, and γ for the sum of the weights.
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
 * The grams of each group of a file.
 *
 * @throws RangeError where it is no such file
 */
export function* gramsIn(bytes: Uint8Array): Generator<Generator<GramPostings>> {
  const reader = new VarintReader(bytes);
  while (!reader.isAtEnd) {
    const sizes = { pages: reader.next(), length: reader.next() };
    const [ofList, ofPostings] = [reader.next(), reader.next()];
    const list = new VarintReader(reader.bytes(ofList));
    yield gramsOf(list, new PostingsReader(reader.bytes(ofPostings), sizes));
  }
}

/**
 * The postings of a gram in each group of a file.
 *
 * @throws RangeError where it is no such file
 */
export function postingsOf(bytes: Uint8Array, wanted: Gram): readonly (readonly Posting[])[] {
  return Array.from(gramsIn(bytes), (grams) => {
    for (const { gram, postings } of grams) {
      const isWanted = gram.length === wanted.length && gram.every((one, i) => one === wanted[i]);
      if (isWanted) return postings;
    }
    return [];
  });
}

function* gramsOf(list: VarintReader, reader: PostingsReader): Generator<GramPostings> {
  let first = 0;
  let last = 1;
  while (!list.isAtEnd) {
    const head = list.next();
    const length = head & 3 || 4;
    if (length !== last) first = 0;
    last = length;
    first += Math.floor(head / 8);
    const gram = [first];
    while (gram.length < length) gram.push(list.next());
    const hasPlaces = (head & 4) > 0;
    yield { gram, postings: reader.postings(list.next(), hasPlaces, usualWeight(length)) };
  }
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

/** The weight that most grams of so many numbers have. */
export function usualWeight(length: number): Weight {
  return length === BESIDE_LENGTH ? weights.besideReading : weights.text;
}

class PostingsReader {
  readonly #bits: BitReader;
  readonly #sizes: GroupSizes;

  constructor(bytes: Uint8Array, sizes: GroupSizes) {
    this.#bits = new BitReader(bytes);
    this.#sizes = sizes;
  }

  postings(count: number, hasPlaces: boolean, usual: Weight): readonly Posting[] {
    const parameter = pageParameter(this.#sizes, count);
    const postings: Posting[] = [];
    let page = -1;
    for (let left = count; left > 0; left -= 1) {
      page += 1 + this.#bits.rice(parameter);
      const areUsual = this.#bits.bits(1) === 1;
      const weight = areUsual ? usual : undefined;
      postings.push(hasPlaces ? this.#places(page, weight) : this.#amount(page, weight));
    }
    return postings;
  }

  #amount(page: number, usual: Weight | undefined): Posting {
    const inTitle = usual === undefined && this.#bits.bits(1) === 1;
    const amount = this.#bits.gamma() * (usual ?? 1);
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
