/**
 * Where words begin, in scripts that put spaces between them. Search finds letters wherever they
 * stand; but who types `the` does not mean `father` while there is something better to show.
 */

/** Whether a fold begins with a letter of such a script. */
export function beginsWithLetter(fold: string): boolean {
  const unit = fold.charCodeAt(0);
  // Kana, Chinese characters and their punctuation, without asking what each of them is.
  if (unit >= 0x2e80 && unit < 0xa640) return false;
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(fold);
}

/**
 * Whether no word reaches across a place in a text to the letter behind it. In `I’d` the second
 * letter begins none.
 *
 * @param place - UTF-16 offset
 */
export function isWordStart(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - 2), place);
  return !/(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}]|\p{L}['’])$/u.test(
    before,
  );
}
