import { VarintReader } from './varint.ts';
import { type Gram } from './gram.ts';
import { isInTitle, weights, type Weight } from './weight.ts';

/**
 * The format of the index. A file holds for each group of its bundle, in order, a length and so many
 * bytes: grams of one, then of two, then of three characters, each sorted by its first. A gram is a
 * head (8 × the difference of its first number to that of the one before, + 4 where it has places,
 * + how many characters), its other numbers, a length, and so many bytes of postings. Those are pages
 * in order: 2 × the difference to the one before, + 1 where it is what most are: once, and of usual
 * weight.
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
  readonly weights: readonly number[];
}

/** A gram in a file, with what comes of its postings when they are read. */
export interface GramEntry {
  readonly gram: Gram;
  readonly postings: () => readonly Posting[];
}

/** The grams of each group of a file. */
export function* gramsIn(bytes: Uint8Array): Generator<Generator<GramEntry>> {
  const reader = new VarintReader(bytes);
  while (!reader.isAtEnd) yield gramsOf(reader.part(reader.next()));
}

/**
 * The postings of a gram in each group of a file.
 *
 * @throws RangeError where it is no such file
 */
export function postingsOf(bytes: Uint8Array, wanted: Gram): readonly (readonly Posting[])[] {
  return Array.from(gramsIn(bytes), (grams) => {
    for (const { gram, postings } of grams) {
      if (gram.length === wanted.length && gram.every((one, i) => one === wanted[i])) {
        return postings();
      }
    }
    return [];
  });
}

function* gramsOf(reader: VarintReader): Generator<GramEntry> {
  let first = 0;
  let last = 1;
  while (!reader.isAtEnd) {
    const head = reader.next();
    const length = head & 3;
    if (length !== last) first = 0;
    last = length;
    first += Math.floor(head / 8);
    const gram = [first];
    while (gram.length < length) gram.push(reader.next());
    const part = reader.part(reader.next());
    yield { gram, postings: () => readPostings(part, (head & 4) > 0) };
  }
}

function readPostings(reader: VarintReader, hasPlaces: boolean): readonly Posting[] {
  const postings: Posting[] = [];
  let page = 0;
  while (!reader.isAtEnd) {
    const head = reader.next();
    const isUsual = head % 2 === 1;
    page += Math.floor(head / 2);
    postings.push(hasPlaces ? placesOn(page, isUsual, reader) : amountOn(page, isUsual, reader));
  }
  return postings;
}

/** A number of places of usual weight, doubled; or the sum of all, whether in a title, and 1. */
function amountOn(page: number, isUsual: boolean, reader: VarintReader): Posting {
  const value = isUsual ? 2 : reader.next();
  if (value % 2 === 0) {
    return { page, amount: (value / 2) * weights.text, isInTitle: false, places: undefined };
  }
  const isInTitle = Math.floor(value / 2) % 2 === 1;
  return { page, amount: Math.floor(value / 4), isInTitle, places: undefined };
}

/** Their number, doubled, + 1 where each has a weight of its own; their differences; the weights. */
function placesOn(page: number, isUsual: boolean, reader: VarintReader): Posting {
  const head = isUsual ? 2 : reader.next();
  const count = Math.floor(head / 2);
  const positions: number[] = [];
  let position = 0;
  for (let i = 0; i < count; i += 1) positions.push((position += reader.next()));
  const ofPlaces = positions.map(() => (head % 2 === 1 ? reader.next() : weights.text));
  return { page, ...sumOf(ofPlaces), places: { positions, weights: ofPlaces } };
}

function sumOf(ofPlaces: readonly number[]): Pick<Posting, 'amount' | 'isInTitle'> {
  let amount = 0;
  for (const weight of ofPlaces) amount += weight;
  return { amount, isInTitle: ofPlaces.some((weight) => isInTitle(weight as Weight)) };
}
