import { BETWEEN, type PageCharacters } from './index-page.ts';
import { characterNumber, fileOf, type Gram } from './query/gram.ts';
import { isInTitle, isWritten, weights, type Weight } from './query/weight.ts';
import { VarintWriter } from './varint-writer.ts';

/** A page, and whether the places of its shorter grams are to be told, too. */
export interface GramPage extends PageCharacters {
  readonly hasPlaces: boolean;
}

/**
 * The grams of pages as `query/postings.ts` has them: for each file what this group puts in it. Those
 * of three characters have their places; of shorter ones those of some pages, and only the amount of others.
 */
export function gramIndex(pages: readonly GramPage[], files: number): readonly Uint8Array[] {
  const text = groupText(pages);
  const writers = Array.from({ length: files }, () => new FileWriter(text));
  for (const length of [1, 2, 3]) {
    const gramWeights = weightsOfGrams(text, length);
    const places = sortedPlaces(text, length, gramWeights);
    for (let from = 0; from < places.length;) {
      const to = endOfGram(text, length, places, from);
      const gram = gramAt(text, places[from] ?? 0, length);
      writers[fileOf(gram, files)]?.add(gram, places.subarray(from, to), gramWeights);
      from = to;
    }
  }
  return writers.map((writer) => writer.finish());
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

/**
 * The places at which grams of a length begin, by the numbers of their characters, else in order. Of
 * one or two characters only what is found there; longer terms are put together from grams of three,
 * some of which may be of no reading.
 */
function sortedPlaces(text: GroupText, length: number, gramWeights: Uint8Array): Uint32Array {
  const { letters } = text;
  const places = new Uint32Array(letters.length);
  let count = 0;
  for (let place = 0, begun = 0; place < letters.length; place += 1) {
    begun = letters[place] === 0 ? 0 : begun + 1;
    const start = place - length + 1;
    if (begun < length) continue;
    if (length < 3 && gramWeights[start] === weights.besideReading) continue;
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

/** What a group puts into a file. */
class FileWriter {
  readonly #text: GroupText;
  readonly #writer = new VarintWriter();
  #last: Gram = [];

  constructor(text: GroupText) {
    this.#text = text;
  }

  add(gram: Gram, places: Uint32Array, gramWeights: Uint8Array): void {
    const { pages } = this.#text;
    const before = this.#last.length === gram.length ? (this.#last[0] ?? 0) : 0;
    this.#last = gram;
    const hasPlaces =
      gram.length === 3 || places.some((place) => this.#text.hasPlaces[pages[place] ?? 0]);
    this.#writer.add(8 * ((gram[0] ?? 0) - before) + (hasPlaces ? 4 : 0) + gram.length);
    for (let i = 1; i < gram.length; i += 1) this.#writer.add(gram[i] ?? 0);
    postings.clear();
    this.#addPostings(places, gramWeights, hasPlaces);
    this.#writer.add(postings.length);
    this.#writer.append(postings.bytes());
  }

  finish(): Uint8Array {
    const file = new VarintWriter();
    file.add(this.#writer.length);
    file.append(this.#writer.bytes());
    return file.bytes();
  }

  #addPostings(places: Uint32Array, gramWeights: Uint8Array, hasPlaces: boolean): void {
    const { pages } = this.#text;
    let last = 0;
    for (let from = 0; from < places.length;) {
      const page = pages[places[from] ?? 0] ?? 0;
      let to = from;
      let areUsual = true;
      for (; to < places.length && pages[places[to] ?? 0] === page; to += 1) {
        areUsual &&= gramWeights[places[to] ?? 0] === weights.text;
      }
      const isOne = areUsual && to - from === 1;
      postings.add(2 * (page - last) + (isOne ? 1 : 0));
      if (!hasPlaces) {
        if (!isOne) addAmount(places.subarray(from, to), gramWeights, areUsual);
      } else {
        if (!isOne) postings.add(2 * (to - from) + (areUsual ? 0 : 1));
        this.#addPlaces(places, from, to);
        for (let i = from; i < to && !areUsual; i += 1)
          postings.add(gramWeights[places[i] ?? 0] ?? 0);
      }
      last = page;
      from = to;
    }
  }

  #addPlaces(places: Uint32Array, from: number, to: number): void {
    let last = this.#text.starts[this.#text.pages[places[from] ?? 0] ?? 0] ?? 0;
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      postings.add(place - last);
      last = place;
    }
  }
}

function addAmount(places: Uint32Array, gramWeights: Uint8Array, areUsual: boolean): void {
  if (areUsual) {
    postings.add(2 * places.length);
    return;
  }
  let amount = 0;
  let inTitle = false;
  for (const place of places) {
    const weight = gramWeights[place] ?? 0;
    amount += weight;
    inTitle ||= isInTitle(weight as Weight);
  }
  postings.add(4 * amount + (inTitle ? 2 : 0) + 1);
}

/** Those of one gram, whose length goes before them: one buffer for all. */
const postings = new VarintWriter();
