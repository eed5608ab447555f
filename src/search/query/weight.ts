/**
 * The weights that words have in the index. They rank what is found, and tell the readings apart: the
 * words of a text as read aloud stand behind those of the text itself.
 *
 * Pagefind keeps the weight of a place as a byte, in 24ths, and spells out every other than 25.
 */
export const weights = {
  title: 168,
  heading: 72,
  /** A letter with which a word of a text begins, in scripts that part words by spaces. */
  wordStart: 26,
  /** Any other character of a text, and wherever it is a letter within such a word. */
  text: 25,
  /** Both characters of the pair, or the first, belong to a reading. */
  reading: 12,
  /** Only the second does. */
  beforeReading: 11,
  /** Neither does: the text itself holds the same pair. */
  besideReading: 1,
} as const;

export type Weight = (typeof weights)[keyof typeof weights];

/** A weight as Pagefind is told it, in an attribute; it multiplies by 24 and drops the fraction. */
export function weightAttribute(weight: Weight): string {
  return ((weight + 0.5) / 24).toFixed(4);
}
