/**
 * The words of the index: one, two or three characters of a fold that stand next to each other. Each
 * has a number for each of its characters, small for those that are frequent.
 */
export type Gram = readonly number[];

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
 * In which of so many files a gram is: all grams are strewn over them by a hash (FNV-1a, and the end
 * of MurmurHash3), so that no list is needed of what is where.
 */
export function fileOf(gram: Gram, files: number): number {
  let hash = 0x811c9dc5;
  for (const number of gram) hash = Math.imul(hash ^ number, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % files;
}
