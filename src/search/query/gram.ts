/**
 * The words of the index: one, two or three characters of a fold that stand next to each other. Each
 * has a number for each of its characters, small for those that are frequent.
 */
export type Gram = readonly number[];

/**
 * The longest grams of an index where a text as read aloud holds them, but no reading is part of them:
 * they are filled up to four numbers. A term whose reading begins or ends further on has to be found
 * there, too; most queries need not know.
 */
export function besideReadings(gram: Gram): Gram {
  return [...gram, NONE, NONE].slice(0, BESIDE_LENGTH);
}

/** The number of U+3040, which is no character. */
const NONE = 0;

/** How many numbers those have. */
export const BESIDE_LENGTH = 4;

export function gramOf(characters: readonly string[]): Gram {
  return characters.map((character) => characterNumber(character.codePointAt(0) ?? 0));
}

/** The number of a character by its code point. */
export function characterNumber(codePoint: number): number {
  let number = 0;
  for (const [from, to] of FREQUENT) {
    if (codePoint >= from && codePoint < to) return number + codePoint - from;
    number += to - from;
  }
  return number + codePoint;
}

/** Hiragana, ASCII, katakana, punctuation and Chinese characters, half-open. */
const FREQUENT = [
  [0x3040, 0x30a0],
  [0x20, 0x80],
  [0x30a0, 0x3100],
  [0x3000, 0x3040],
  [0x4e00, 0xa000],
] as const;

/**
 * In which of so many files a gram is: all grams are strewn over them by a hash, so that no list is
 * needed of what is where. What most queries need not know has some of the files for itself.
 *
 * @param files - 2 at the least
 */
export function fileOf(gram: Gram, files: number): number {
  const ofBeside = Math.max(1, Math.floor(files / BESIDE_SHARE));
  return gram.length === BESIDE_LENGTH
    ? files - 1 - (hashOf(gram) % ofBeside)
    : hashOf(gram) % (files - ofBeside);
}

const BESIDE_SHARE = 6;

/** FNV-1a, and the end of MurmurHash3. */
function hashOf(gram: Gram): number {
  let hash = 0x811c9dc5;
  for (const number of gram) hash = Math.imul(hash ^ number, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
