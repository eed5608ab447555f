import { readTrueType, type TrueType } from './true-type.ts';

/** What a face has, and how wide that is. */
export interface Face {
  /** Whether it has a character (one code point). */
  readonly has: (character: string) => boolean;
  /** How far a text of such characters runs, in ems; the face has no kerning. */
  readonly width: (text: string) => number;
}

/**
 * @param bytes - a TrueType file
 * @throws Error as `readTrueType` does
 */
export function readFace(bytes: Uint8Array): Face {
  return faceOf(readTrueType(bytes));
}

export function faceOf({ glyphs, advance }: TrueType): Face {
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0) ?? -1);
  return {
    has: (character) => glyphOf(character) !== undefined,
    width(text) {
      let sum = 0;
      for (const character of text) {
        const glyph = glyphOf(character);
        if (glyph !== undefined) sum += advance(glyph);
      }
      return sum;
    },
  };
}
