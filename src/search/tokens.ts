import { BETWEEN } from './index-page.ts';

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
  const counts = new Uint32Array(LAST_CODE_POINT + 1);
  codePoints.forEach((one) => {
    if (one !== BETWEEN) counts[one] = (counts[one] ?? 0) + 1;
  });
  const byCount: number[] = [];
  for (let one = 0; one <= LAST_CODE_POINT; one += 1) if (counts[one] !== 0) byCount.push(one);
  byCount.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const tokens = byCount.map((_, rank) => rank.toString(36));
  const characters = new Map(byCount.map((codePoint, rank) => [tokens[rank], codePoint]));
  // One more, so that there is none for what is not in the text.
  const ranks = new Uint32Array(LAST_CODE_POINT + 1);
  byCount.forEach((codePoint, rank) => {
    ranks[codePoint] = rank + 1;
  });
  return {
    tokenOf(codePoint) {
      const token = tokens[(ranks[codePoint] ?? 0) - 1];
      if (token === undefined) throw new Error(`no word for the character ${codePoint}`);
      return token;
    },
    characterOf: (token) => characters.get(token),
  };
}

const LAST_CODE_POINT = 0x10ffff;

/** A word that every sheet ends with and no text holds: Pagefind leaves out pages without words. */
export const sheetEnd = 'zzzzzzzz';
