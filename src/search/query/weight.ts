/**
 * The weights that words have in the index. They rank what is found, and tell the readings apart: the
 * words of a text as read aloud stand behind those of the text itself.
 *
 * Each is a byte, in 24ths of what Pagefind calls a weight; it spells out every other than 25.
 */
export const weights = {
  title: 168,
  heading: 72,
  /** A letter with which a word of a text begins, in scripts that part words by spaces. */
  wordStart: 26,
  /** Any other character of a text or heading, and wherever it is a letter within such a word. */
  text: 25,
  /** A letter within a word of a title. */
  titleInWord: 24,
  /** A character of a reading in a title. */
  titleReading: 14,
  /** The same in a text. */
  reading: 12,
  /** A character of a text as read aloud that is of no reading: the text itself holds it, too. */
  besideReading: 1,
} as const;

export type Weight = (typeof weights)[keyof typeof weights];

/** Whether a place is of the text itself, and not of the text as read aloud. */
export function isWritten(weight: Weight): boolean {
  return weight >= weights.titleInWord;
}

/** Whether a place is of the text as read aloud, and a reading is part of it. */
export function isOfReading(weight: Weight): boolean {
  return !isWritten(weight) && weight !== weights.besideReading;
}

/** Whether a letter at a place begins no word. */
export function isWithinWord(weight: Weight): boolean {
  return weight === weights.text || weight === weights.titleInWord;
}

export function isInTitle(weight: Weight): boolean {
  return titleWeights.has(weight);
}

const titleWeights: ReadonlySet<Weight> = new Set([
  weights.title,
  weights.titleInWord,
  weights.titleReading,
]);
