/**
 * The words that Pagefind is given to index: one for each character of a fold, written as letters and
 * digits, which no stemming, splitting or folding of Pagefind's changes.
 */
export function characterToken(codePoint: number): string {
  return codePoint.toString(36).padStart(DIGITS, '0');
}

/** The character of a word; undefined for what is no such word. */
export function tokenCharacter(token: string): number | undefined {
  const codePoint = /^[0-9a-z]{3,4}$/.test(token) ? parseInt(token, 36) : NaN;
  return codePoint <= 0x10ffff && characterToken(codePoint) === token ? codePoint : undefined;
}

/** Of most characters; those beyond U+B63F have four. */
const DIGITS = 3;

/** A word that every page ends with and no text holds: Pagefind leaves out pages without words. */
export const pageEnd = 'zzzzzzzz';
