import { charactersIn, placesAmong } from './alphabet.ts';

/** The words that stand for the characters of a text. */
export interface Tokens {
  /** @throws Error where the text does not hold the character */
  readonly tokenOf: (codePoint: number) => string;
  /** Undefined for what is no such word. */
  readonly characterOf: (token: string) => number | undefined;
}

/**
 * The words that Pagefind is given to index: one for each character of a fold, in letters and digits,
 * which no stemming, splitting or folding of Pagefind's changes. The more frequent a character, the
 * shorter its word: to pack what it was given is a good part of what Pagefind does.
 */
export function tokensFor(codePoints: Uint32Array): Tokens {
  const byCount = charactersIn(codePoints).toSorted((a, b) => b.count - a.count);
  const places = placesAmong(byCount);
  const tokens = byCount.map((_, rank) => rank.toString(36));
  const characters = new Map(byCount.map(({ codePoint }, rank) => [tokens[rank], codePoint]));
  return {
    tokenOf(codePoint) {
      const token = tokens[(places[codePoint] ?? 0) - 1];
      if (token === undefined) throw new Error(`no word for the character ${codePoint}`);
      return token;
    },
    characterOf: (token) => characters.get(token),
  };
}

/** A word that every sheet ends with and no text holds: Pagefind leaves out pages without words. */
export const sheetEnd = 'zzzzzzzz';
