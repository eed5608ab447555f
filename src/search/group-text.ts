import type { GramOrder } from './gram-order.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
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

function lettersOf(
  codePoints: Uint32Array,
): Pick<GroupText, 'letters' | 'alphabet' | 'characters'> {
  const letterOf = new Uint32Array(LAST_CODE_POINT + 1);
  // First, whether a text has it.
  codePoints.forEach((one) => {
    if (one !== BETWEEN) letterOf[one] = 1;
  });
  const numbered: { readonly codePoint: number; readonly number: number }[] = [];
  for (let codePoint = 0; codePoint <= LAST_CODE_POINT; codePoint += 1) {
    if (letterOf[codePoint] === 0) continue;
    numbered.push({ codePoint, number: characterNumber(codePoint) });
  }
  numbered.sort((a, b) => a.number - b.number);
  for (const [i, { codePoint }] of numbered.entries()) letterOf[codePoint] = i + 1;
  const letters = new Uint32Array(codePoints.length);
  for (let i = 0; i < letters.length; i += 1) {
    const codePoint = codePoints[i] ?? BETWEEN;
    if (codePoint !== BETWEEN) letters[i] = letterOf[codePoint] ?? 0;
  }
  return {
    letters,
    alphabet: [0, ...numbered.map(({ number }) => number)],
    characters: ['', ...numbered.map(({ codePoint }) => String.fromCodePoint(codePoint))],
  };
}

const LAST_CODE_POINT = 0x10ffff;

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
