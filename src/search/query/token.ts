/**
 * The words that Pagefind is given to index: one for each character of a fold and the one after it,
 * so that any stretch of text is a row of such words, wherever a language sees its own. A word is
 * eight letters and digits, which no stemming, splitting or folding of Pagefind's changes, and the
 * words that begin with one character stand together in the index.
 */

/** The word of two neighbours in a fold; of the last one alone where there is no second. */
export function pairToken(first: string, second: string | undefined): string {
  return characterDigits(first) + (second === undefined ? FILLER : characterDigits(second));
}

/** What all words begin with whose first character it is. */
export function characterDigits(codePoint: string): string {
  return (codePoint.codePointAt(0) ?? 0).toString(36).padStart(DIGITS, '0');
}

/** U+10FFFF is `nvnj`: four digits hold every code point, and the filler is above all of them. */
const DIGITS = 4;
const FILLER = 'zzzz';

/** A word that every page ends with and no query asks for: Pagefind leaves out pages without words. */
export const pageEnd = FILLER + FILLER;

/** What every word in an index looks like. */
export const TOKEN = /^[0-9a-z]{8}$/;
