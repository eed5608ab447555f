import type { IndexChunk, Posting } from './index-chunk.ts';
import { characterDigits, pairToken } from './token.ts';
import { isInReading, isInTitle, isWritten, weights, type Weight } from './weight.ts';

/** A place where a term stands on a page. */
export interface Occurrence {
  /** Of its first character, in words from the page's beginning. */
  readonly position: number;
  readonly weight: Weight;
}

/** The words that tell where a term stands: a word each, or all that begin with one character. */
export interface TermPlan {
  /** The words of the term, each with its distance from the term's first character. */
  readonly words: readonly { readonly token: string; readonly distance: number }[];
  /** For a term of one character: what its words begin with. */
  readonly prefix: string | undefined;
}

/**
 * Which words to look up for a term. Every second one will do, since words next to each other stand
 * on the page without a gap between them only where the term does.
 *
 * @param term - a fold, not empty
 */
export function planTerm(term: string): TermPlan {
  const characters = Array.from(term);
  const [only = ''] = characters;
  if (characters.length === 1) return { words: [], prefix: characterDigits(only) };
  const last = characters.length - 2;
  const words = characters.flatMap((character, distance) =>
    distance <= last && (distance % 2 === 0 || distance === last)
      ? [{ token: pairToken(character, characters[distance + 1]), distance }]
      : [],
  );
  return { words, prefix: undefined };
}

/**
 * Where a term stands, by page: in the text, or in the text as read aloud where a reading is part of
 * it. Occurrences may overlap.
 *
 * @param chunks - all that hold a word of the plan, in any order
 */
export function findTerm(
  plan: TermPlan,
  chunks: readonly IndexChunk[],
): ReadonlyMap<number, readonly Occurrence[]> {
  return plan.prefix === undefined
    ? findWords(plan.words, chunks)
    : findCharacter(plan.prefix, chunks);
}

function findCharacter(
  prefix: string,
  chunks: readonly IndexChunk[],
): ReadonlyMap<number, readonly Occurrence[]> {
  const pages = new Map<number, Occurrence[]>();
  for (const chunk of chunks) {
    for (const [word, postings] of chunk) {
      if (!word.startsWith(prefix)) continue;
      for (const posting of postings) addCharacter(pages, posting);
    }
  }
  return new Map([...pages].map(([page, occurrences]) => [page, byPosition(occurrences)]));
}

function addCharacter(
  pages: Map<number, Occurrence[]>,
  { page, positions, weights: ofPositions }: Posting,
): void {
  const known = pages.get(page) ?? [];
  positions.forEach((position, i) => {
    const weight = ofPositions[i] as Weight;
    if (isWritten(weight) || isInReading(weight)) known.push({ position, weight });
  });
  if (known.length > 0) pages.set(page, known);
}

function findWords(
  words: TermPlan['words'],
  chunks: readonly IndexChunk[],
): ReadonlyMap<number, readonly Occurrence[]> {
  const found = words.map(({ token, distance }) => {
    const postings = chunks.flatMap((chunk) => chunk.get(token) ?? []);
    return { distance, byPage: new Map(postings.map((one) => [one.page, one])) };
  });
  const pages = new Map<number, readonly Occurrence[]>();
  const [first] = found;
  for (const page of first?.byPage.keys() ?? []) {
    const places = found.map(({ distance, byPage }) => startsOf(byPage.get(page), distance));
    const occurrences = byPosition(occurrencesIn(places));
    if (occurrences.length > 0) pages.set(page, occurrences);
  }
  return pages;
}

/** Where a term would begin, for each place of one of its words, with the weight of that place. */
type Starts = ReadonlyMap<number, Weight>;

function startsOf(posting: Posting | undefined, distance: number): Starts {
  const { positions = [], weights: ofPositions = [] } = posting ?? {};
  return new Map(positions.map((position, i) => [position - distance, ofPositions[i] as Weight]));
}

function occurrencesIn(places: readonly Starts[]): readonly Occurrence[] {
  const [first = new Map<number, Weight>(), ...others] = places;
  const occurrences: Occurrence[] = [];
  for (const [position, weight] of first) {
    const all = [weight];
    for (const starts of others) {
      const other = starts.get(position);
      if (other !== undefined) all.push(other);
    }
    if (all.length < places.length) continue;
    if (isWritten(weight)) {
      occurrences.push({ position, weight });
      continue;
    }
    const ofReading = all.find((one) => one !== weights.besideReading);
    if (ofReading === undefined) continue;
    const reading = isInTitle(ofReading) ? weights.titleReading : weights.reading;
    occurrences.push({ position, weight: reading });
  }
  return occurrences;
}

function byPosition(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  return occurrences.toSorted((a, b) => a.position - b.position);
}
