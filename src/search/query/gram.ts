/**
 * The words of the index: up to six characters of a fold that stand next to each other. Each has a
 * number for each of its characters, small for those that are frequent.
 */
export type Gram = readonly number[];

/** The longest gram, in characters. */
export const LONGEST_GRAM = 6;

/**
 * The same gram where a text as read aloud holds it, but no reading is part of it: a number that no
 * character has stands before it. A term whose reading begins or ends further on has to be found there,
 * too; most queries need not know.
 */
export function besideReadings(gram: Gram): Gram {
  return [BESIDE, ...gram];
}

export function isBesideReadings(gram: Gram): boolean {
  return gram[0] === BESIDE;
}

/** The characters of a gram, wherever it stands. */
export function charactersOf(gram: Gram): Gram {
  return isBesideReadings(gram) ? gram.slice(1) : gram;
}

/** No character has it. */
const BESIDE = 0;

export function gramOf(characters: readonly string[]): Gram {
  return characters.map((character) => characterNumber(character.codePointAt(0) ?? 0));
}

/** The number of a character by its code point, from 1 on. */
export function characterNumber(codePoint: number): number {
  let number = BESIDE + 1;
  for (const [from, to] of FIRST_NUMBERED) {
    if (codePoint >= from && codePoint < to) return number + codePoint - from;
    number += to - from;
  }
  return number + codePoint;
}

/** Hiragana, ASCII, katakana, punctuation and Chinese characters, half-open. */
const FIRST_NUMBERED = [
  [0x3041, 0x30a0],
  [0x20, 0x80],
  [0x30a0, 0x3100],
  [0x3000, 0x3040],
  [0x4e00, 0xa000],
] as const;

/**
 * In which file of a bundle a gram is: all grams are strewn over them by a hash, so that no list is
 * needed of what is where. What most queries need not know has some of the files for itself: of a large
 * bundle more, where these would be too large otherwise.
 *
 * @param bundle - with 2 files at the least
 */
export function fileOf(
  gram: Gram,
  { files, gramLength }: { readonly files: number; readonly gramLength: 2 | 3 },
): number {
  const share = gramLength === 2 ? 6 : 3;
  const ofBeside = Math.max(1, Math.floor(files / share));
  return isBesideReadings(gram)
    ? files - 1 - (hashOf(gram) % ofBeside)
    : hashOf(gram) % (files - ofBeside);
}

/** FNV-1a, and the end of MurmurHash3. */
function hashOf(gram: Gram): number {
  let hash = 0x811c9dc5;
  for (const number of gram) hash = Math.imul(hash ^ number, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
