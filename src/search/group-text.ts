import { BETWEEN, type PageCharacters } from './index-page.ts';
import { characterNumber, type Gram } from './query/gram.ts';
import { isWritten, weights, type Weight } from './query/weight.ts';

/** A page, and whether it is long: then the places of all its grams are told. */
export interface GramPage extends PageCharacters {
  readonly isLong: boolean;
}

/** All pages of a group as one text. */
export interface GroupText {
  /** Of each page, the place of its first character; then the end. */
  readonly starts: Uint32Array;
  /** In order. */
  readonly longPages: ReadonlySet<number>;
  /** By place: the page. */
  readonly pages: Uint16Array;
  readonly weights: Uint8Array;
  /** By place: the index of its character in `alphabet`; 0 between blocks. */
  readonly letters: Uint32Array;
  /** The numbers of the characters that there are, in order, behind one that is none. */
  readonly alphabet: readonly number[];
}

export function groupText(pages: readonly GramPage[]): GroupText {
  const length = pages.reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  const codePoints = new Uint32Array(length);
  const starts = new Uint32Array(pages.length);
  const text = {
    starts,
    longPages: new Set(pages.flatMap(({ isLong }, number) => (isLong ? [number] : []))),
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
export function weightsOfGrams({ weights: ofCharacters }: GroupText, length: number): Uint8Array {
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
export function sortedPlaces(
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

export function endOfGram(
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

export function gramAt({ letters, alphabet }: GroupText, place: number, length: number): Gram {
  const gram: number[] = [];
  for (let i = 0; i < length; i += 1) gram.push(alphabet[letters[place + i] ?? 0] ?? 0);
  return gram;
}
