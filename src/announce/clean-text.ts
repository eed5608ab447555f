/**
 * A text on one line, in NFC, as services count it: without control characters, signs that turn
 * the direction of what follows, and code points that are no characters.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/**
 * The same text with nothing in it that a service would make a link, a tag or a call to somebody
 * of: a title may be 「@home」, 「#2の夜」 or 「example.comの夜」. What parts it, a word joiner (U+2060), is not seen.
 */
export function withoutLinks(text: string): string {
  return text.replace(linking, '$&\u2060');
}

// Behind the sign of an emoji (#️⃣) nothing is a tag.
const linking =
  /[@＠](?=[\p{L}\p{N}_]|$)|:(?=\/\/)|\.(?=\p{L})|[#＃](?=[^\s\uFE0F\u20E3]|$)|\$(?=[A-Za-z]|$)/gu;
