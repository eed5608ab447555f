import type { GroupText } from './group-text.ts';

/** The places of all grams of a length. */
export interface GramOrder {
  /** By the numbers of their characters, those of one gram in order. */
  readonly places: Uint32Array;
  /** By the index in `places`: whether a gram begins there. */
  readonly begins: Uint8Array;
}

/** Of the gram without characters: it stands behind every place. */
export function orderOfNone({ letters: { length } }: GroupText): GramOrder {
  const places = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) places[i] = i + 1;
  const begins = new Uint8Array(length);
  begins[0] = 1;
  return { places, begins };
}

/**
 * Of the order of grams of a length it makes that of grams that are longer by one character, the one
 * before: they are in order already but for that, by which a stable counting sort puts them.
 *
 * @param marks - by place, where a marked gram of the shorter order begins: only grams that begin or end
 *   with one come into the order, of which the shorter one has to have both. Without it all do
 */
export function orderOfLonger(
  { letters, alphabet }: GroupText,
  shorter: GramOrder,
  marks?: Uint8Array,
): GramOrder {
  const firsts = new Uint32Array(shorter.places.length);
  const next = new Uint32Array(alphabet.length + 1);
  for (let i = 0; i < firsts.length; i += 1) {
    const behind = shorter.places[i] ?? 0;
    if (marks !== undefined && marks[behind] !== 1 && marks[behind - 1] !== 1) continue;
    const letter = letters[behind - 1] ?? 0;
    firsts[i] = letter;
    next[letter + 1] = (next[letter + 1] ?? 0) + 1;
  }
  // No gram begins between blocks.
  next[1] = 0;
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const places = new Uint32Array(next.at(-1) ?? 0);
  const begins = new Uint8Array(places.length);
  const lastGrams = new Uint32Array(alphabet.length);
  for (let i = 0, gram = 0; i < firsts.length; i += 1) {
    gram += shorter.begins[i] ?? 0;
    const letter = firsts[i] ?? 0;
    if (letter === 0) continue;
    const to = next[letter] ?? 0;
    next[letter] = to + 1;
    places[to] = (shorter.places[i] ?? 0) - 1;
    if (lastGrams[letter] !== gram) begins[to] = 1;
    lastGrams[letter] = gram;
  }
  return { places, begins };
}
