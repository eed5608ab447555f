import { BETWEEN } from './index-page.ts';

/** A character of a text, and how often it is there. */
export interface CountedCharacter {
  readonly codePoint: number;
  readonly count: number;
}

/** The characters that a text has, by their code points. */
export function charactersIn(codePoints: Uint32Array): readonly CountedCharacter[] {
  const counts = byCodePoint();
  codePoints.forEach((one) => {
    if (one !== BETWEEN) counts[one] = (counts[one] ?? 0) + 1;
  });
  const characters: CountedCharacter[] = [];
  counts.forEach((count, codePoint) => {
    if (count > 0) characters.push({ codePoint, count });
  });
  return characters;
}

/** By code point: where it stands among these, counted from 1; 0 for what is not among them. */
export function placesAmong(characters: readonly { readonly codePoint: number }[]): Uint32Array {
  const places = byCodePoint();
  characters.forEach(({ codePoint }, i) => {
    places[codePoint] = i + 1;
  });
  return places;
}

function byCodePoint(): Uint32Array {
  return new Uint32Array(LAST_CODE_POINT + 1);
}

const LAST_CODE_POINT = 0x10ffff;
