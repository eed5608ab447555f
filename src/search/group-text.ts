import { charactersIn, placesAmong } from './alphabet.ts';
import type { GramOrder } from './gram-order.ts';
import { joinPages, type PageCharacters } from './index-page.ts';
import { characterNumber, type Gram } from './query/gram.ts';
import { weights } from './query/weight.ts';

/** A page, and whether it is long: then the places of all its grams are told. */
export interface GramPage extends PageCharacters {
  readonly isLong: boolean;
}

/** All pages of a group as one text. */
export interface GroupText {
  /** Of each page, the place of its first character. */
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
  /** The same characters as text. */
  readonly characters: readonly string[];
}

export function groupText(pages: readonly GramPage[]): GroupText {
  const { codePoints, weights: ofCharacters } = joinPages(pages);
  const starts = new Uint32Array(pages.length);
  const pageAt = new Uint16Array(codePoints.length);
  let start = 0;
  pages.forEach(({ codePoints: { length } }, number) => {
    starts[number] = start;
    pageAt.fill(number, start, start + length);
    start += length;
  });
  return {
    starts,
    longPages: new Set(pages.flatMap(({ isLong }, number) => (isLong ? [number] : []))),
    pages: pageAt,
    weights: ofCharacters,
    ...lettersOf(codePoints),
  };
}

function lettersOf(
  codePoints: Uint32Array,
): Pick<GroupText, 'letters' | 'alphabet' | 'characters'> {
  const numbered = charactersIn(codePoints)
    .map(({ codePoint }) => ({ codePoint, number: characterNumber(codePoint) }))
    .sort((a, b) => a.number - b.number);
  const letterOf = placesAmong(numbered);
  return {
    // `BETWEEN` is none of them.
    letters: codePoints.map((codePoint) => letterOf[codePoint] ?? 0),
    alphabet: [0, ...numbered.map(({ number }) => number)],
    characters: ['', ...numbered.map(({ codePoint }) => String.fromCodePoint(codePoint))],
  };
}

/**
 * The weight of the gram of a length that begins at each place: its first character's; where it is read
 * aloud its reading's, if it holds any of one.
 */
export function weightsOfGrams({ weights: ofCharacters }: GroupText, length: number): Uint8Array {
  const ofGrams = ofCharacters.slice();
  for (let place = 0; place < ofGrams.length; place += 1) {
    for (let i = 1; i < length && ofGrams[place] === weights.besideReading; i += 1) {
      ofGrams[place] = ofCharacters[place + i] ?? 0;
    }
  }
  return ofGrams;
}

/** The numbers of the characters of each gram of an order, one gram behind the other. */
export function namesOf(
  { letters, alphabet }: GroupText,
  length: number,
  { places, begins }: GramOrder,
): Uint32Array {
  const count = begins.reduce((sum, begin) => sum + begin, 0);
  const names = new Uint32Array(count * length);
  let to = 0;
  for (let i = 0; i < places.length; i += 1) {
    if (begins[i] !== 1) continue;
    const place = places[i] ?? 0;
    for (let j = 0; j < length; j += 1) names[to + j] = alphabet[letters[place + j] ?? 0] ?? 0;
    to += length;
  }
  return names;
}

/** The nth gram of those that names are of. */
export function nameAt(names: Uint32Array, nth: number, length: number): Gram {
  const gram = new Array<number>(length);
  for (let i = 0; i < length; i += 1) gram[i] = names[nth * length + i] ?? 0;
  return gram;
}

/** The characters of a gram. */
export function textAt({ letters, characters }: GroupText, place: number, length: number): string {
  return Array.from(letters.subarray(place, place + length), (one) => characters[one]).join('');
}
