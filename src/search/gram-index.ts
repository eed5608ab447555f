import type { BundleShape } from './bundle-index.ts';
import { BitWriter } from './bit-writer.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
import { besideReadings, characterNumber, fileOf, type Gram } from './query/gram.ts';
import {
  codedWeights,
  pageParameter,
  placeParameter,
  usualWeight,
  type GroupSizes,
} from './query/gram-file.ts';
import { isInTitle, isWritten, weights, type Weight } from './query/weight.ts';
import { VarintWriter } from './varint-writer.ts';

/** A page, and whether the places of its shorter grams are to be told, too. */
export interface GramPage extends PageCharacters {
  readonly hasPlaces: boolean;
}

/**
 * The grams of pages as `query/gram-file.ts` has them: for each file what this group puts in it. The
 * longest have their places; of shorter ones those of some pages, and only the amount of others.
 */
export function gramIndex(
  pages: readonly GramPage[],
  { files, gramLength }: BundleShape,
): readonly Uint8Array[] {
  const text = groupText(pages);
  const writers = Array.from({ length: files }, () => new FileWriter(text, gramLength));
  for (const [length, areBeside] of kindsOf(gramLength)) {
    const gramWeights = weightsOfGrams(text, length);
    const places = sortedPlaces(text, length, (place) => {
      return (gramWeights[place] === weights.besideReading) === areBeside;
    });
    for (let from = 0; from < places.length;) {
      const to = endOfGram(text, length, places, from);
      const characters = gramAt(text, places[from] ?? 0, length);
      const gram = areBeside ? besideReadings(characters) : characters;
      writers[fileOf(gram, files)]?.add(gram, { places, from, to, gramWeights });
      from = to;
    }
  }
  return writers.map((writer) => writer.finish());
}

/**
 * How many characters grams have, and whether they stand beside readings, which of shorter ones nobody
 * needs to know.
 */
function kindsOf(gramLength: 2 | 3): readonly (readonly [length: number, areBeside: boolean])[] {
  const lengths = Array.from({ length: gramLength }, (_, i) => i + 1);
  return [...lengths.map((length) => [length, false] as const), [gramLength, true]];
}

/** All pages of a group as one text. */
interface GroupText {
  /** Of each page, the place of its first character; then the end. */
  readonly starts: Uint32Array;
  readonly hasPlaces: readonly boolean[];
  /** By place: the page. */
  readonly pages: Uint16Array;
  readonly weights: Uint8Array;
  /** By place: the index of its character in `alphabet`; 0 between blocks. */
  readonly letters: Uint32Array;
  /** The numbers of the characters that there are, in order, behind one that is none. */
  readonly alphabet: readonly number[];
}

function groupText(pages: readonly GramPage[]): GroupText {
  const length = pages.reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  const codePoints = new Uint32Array(length);
  const starts = new Uint32Array(pages.length);
  const text = {
    starts,
    hasPlaces: pages.map((page) => page.hasPlaces),
    pages: new Uint16Array(length),
    weights: new Uint8Array(length),
  };
  let start = 0;
  pages.forEach((page, number) => {
    starts[number] = start;
    codePoints.set(page.codePoints, start);
    text.weights.set(page.weights, start);
    text.pages.fill(number, start, start + page.codePoints.length);
    start += page.codePoints.length;
  });
  return { ...text, ...lettersOf(codePoints) };
}

function lettersOf(codePoints: Uint32Array): Pick<GroupText, 'letters' | 'alphabet'> {
  const different = new Set(codePoints);
  different.delete(BETWEEN);
  const numbered = [...different].map((codePoint) => ({
    codePoint,
    number: characterNumber(codePoint),
  }));
  numbered.sort((a, b) => a.number - b.number);
  const letters = new Map(numbered.map(({ codePoint }, i) => [codePoint, i + 1]));
  return {
    letters: codePoints.map((one) => letters.get(one) ?? 0),
    alphabet: [0, ...numbered.map(({ number }) => number)],
  };
}

/**
 * The weight of the gram of a length that begins at each place: its first character's; where it is read
 * aloud its reading's, if it holds any of one.
 */
function weightsOfGrams({ weights: ofCharacters }: GroupText, length: number): Uint8Array {
  return ofCharacters.map((first, place) => {
    if (isWritten(first as Weight)) return first;
    let weight = first;
    for (let i = 1; i < length && weight === weights.besideReading; i += 1) {
      weight = ofCharacters[place + i] ?? 0;
    }
    return weight;
  });
}

/** The places at which grams of a length begin, by the numbers of their characters, else in order. */
function sortedPlaces(
  text: GroupText,
  length: number,
  isWanted: (place: number) => boolean,
): Uint32Array {
  const { letters } = text;
  const places = new Uint32Array(letters.length);
  let count = 0;
  for (let place = 0, begun = 0; place < letters.length; place += 1) {
    begun = letters[place] === 0 ? 0 : begun + 1;
    const start = place - length + 1;
    if (begun < length || !isWanted(start)) continue;
    places[count] = start;
    count += 1;
  }
  let sorted = places.subarray(0, count);
  for (let distance = length - 1; distance >= 0; distance -= 1) {
    sorted = sortedBy(text, distance, sorted);
  }
  return sorted;
}

/** By the character at a distance, else as they are: a counting sort. */
function sortedBy(
  { letters, alphabet }: GroupText,
  distance: number,
  places: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(alphabet.length + 1);
  const letterOf = (place: number) => letters[place + distance] ?? 0;
  for (const place of places) next[letterOf(place) + 1] = (next[letterOf(place) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Uint32Array(places.length);
  for (const place of places) {
    const to = next[letterOf(place)] ?? 0;
    sorted[to] = place;
    next[letterOf(place)] = to + 1;
  }
  return sorted;
}

function endOfGram(
  { letters }: GroupText,
  length: number,
  places: Uint32Array,
  from: number,
): number {
  const first = places[from] ?? 0;
  for (let to = from + 1; to < places.length; to += 1) {
    const other = places[to] ?? 0;
    for (let i = 0; i < length; i += 1) if (letters[first + i] !== letters[other + i]) return to;
  }
  return places.length;
}

function gramAt({ letters, alphabet }: GroupText, place: number, length: number): Gram {
  const gram: number[] = [];
  for (let i = 0; i < length; i += 1) gram.push(alphabet[letters[place + i] ?? 0] ?? 0);
  return gram;
}

/** The places of a gram, in order: a stretch of those of all grams. */
interface GramPlaces {
  readonly places: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** By place. */
  readonly gramWeights: Uint8Array;
}

interface PostingsFormat {
  /** For differences of pages. */
  readonly parameter: number;
  readonly withPlaces: boolean;
  /** The weight that need not be written. */
  readonly usual: number;
}

/** What a group puts into a file. */
class FileWriter {
  readonly #text: GroupText;
  readonly #gramLength: number;
  readonly #sizes: GroupSizes;
  readonly #list = new VarintWriter();
  readonly #bits = new BitWriter();
  #last: Gram = [];

  /** @param gramLength - such grams and longer ones have their places */
  constructor(text: GroupText, gramLength: number) {
    this.#text = text;
    this.#gramLength = gramLength;
    this.#sizes = sizesOf(text);
  }

  add(gram: Gram, all: GramPlaces): void {
    const before = this.#last.length === gram.length ? (this.#last[0] ?? 0) : 0;
    this.#last = gram;
    const withPlaces = gram.length >= this.#gramLength || this.#haveSomePlaces(all);
    this.#list.add(8 * ((gram[0] ?? 0) - before) + (withPlaces ? 4 : 0) + (gram.length & 3));
    for (let i = 1; i < gram.length; i += 1) this.#list.add(gram[i] ?? 0);
    const count = this.#countPages(all);
    this.#list.add(count);
    const format = { parameter: pageParameter(this.#sizes, count), withPlaces };
    this.#addPostings(all, { ...format, usual: usualWeight(gram.length) });
  }

  finish(): Uint8Array {
    const postings = this.#bits.finish();
    const { pages, length } = this.#sizes;
    const file = new VarintWriter();
    for (const size of [pages, length, this.#list.length, postings.length]) file.add(size);
    file.append(this.#list.bytes());
    file.append(postings);
    return file.bytes();
  }

  #haveSomePlaces({ places, from, to }: GramPlaces): boolean {
    const { pages, hasPlaces } = this.#text;
    for (let i = from; i < to; i += 1) if (hasPlaces[pages[places[i] ?? 0] ?? 0]) return true;
    return false;
  }

  #countPages({ places, from, to }: GramPlaces): number {
    const { pages } = this.#text;
    let count = 0;
    let last = -1;
    for (let i = from; i < to; i += 1) {
      const page = pages[places[i] ?? 0] ?? 0;
      if (page !== last) count += 1;
      last = page;
    }
    return count;
  }

  #addPostings(all: GramPlaces, { parameter, withPlaces, usual }: PostingsFormat): void {
    const { pages } = this.#text;
    const { places, gramWeights } = all;
    let last = -1;
    for (let from = all.from; from < all.to;) {
      const page = pages[places[from] ?? 0] ?? 0;
      let to = from;
      let areUsual = true;
      for (; to < all.to && pages[places[to] ?? 0] === page; to += 1) {
        areUsual &&= gramWeights[places[to] ?? 0] === usual;
      }
      this.#bits.rice(page - last - 1, parameter);
      this.#bits.bits(areUsual ? 1 : 0, 1);
      const onPage = { places, from, to, gramWeights };
      if (withPlaces) this.#addPlaces(onPage, page, areUsual);
      else if (areUsual) this.#bits.gamma(to - from);
      else this.#addAmount(onPage);
      last = page;
      from = to;
    }
  }

  #addPlaces(onPage: GramPlaces, page: number, areUsual: boolean): void {
    const { places, from, to, gramWeights } = onPage;
    this.#bits.gamma(to - from);
    const parameter = placeParameter(this.#sizes, to - from);
    let last = (this.#text.starts[page] ?? 0) - 1;
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      this.#bits.rice(place - last - 1, parameter);
      last = place;
    }
    if (areUsual) return;
    for (let i = from; i < to; i += 1) {
      this.#bits.bits(weightCodes[gramWeights[places[i] ?? 0] ?? 0] ?? 0, 3);
    }
  }

  #addAmount({ places, from, to, gramWeights }: GramPlaces): void {
    let amount = 0;
    let inTitle = false;
    for (let i = from; i < to; i += 1) {
      const weight = gramWeights[places[i] ?? 0] ?? 0;
      amount += weight;
      inTitle ||= isInTitle(weight as Weight);
    }
    this.#bits.bits(inTitle ? 1 : 0, 1);
    this.#bits.gamma(amount);
  }
}

function sizesOf({ starts, letters }: GroupText): GroupSizes {
  const pages = Math.max(1, starts.length);
  return { pages, length: Math.ceil(letters.length / pages) };
}

/** By weight: its three bits. */
const weightCodes = new Uint8Array(256);
codedWeights.forEach((weight, code) => {
  weightCodes[weight] = code;
});
