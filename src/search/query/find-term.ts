import { fileOf, gramOf, type Gram } from './gram.ts';
import type { SearchBundle } from './manifest.ts';
import { postingsOf, type Posting } from './gram-file.ts';
import { isInTitle, isWritten, weights, type Weight } from './weight.ts';

/** Where the index is read from. */
export interface IndexFiles {
  /**
   * A file of a bundle's index.
   *
   * @throws where it cannot be had
   */
  readonly grams: (bundle: SearchBundle, file: number) => Promise<Uint8Array>;
}

/** A place where a term stands on a page. */
export interface Occurrence {
  /** Of its first character, in characters from the page's beginning. */
  readonly position: number;
  readonly weight: Weight;
}

/** What a page holds of a term. */
export interface TermOnPage {
  /** The sum of the weights of all places. */
  readonly amount: number;
  readonly isInTitle: boolean;
  /** In order, where the index knows them; they may overlap. */
  readonly occurrences: readonly Occurrence[] | undefined;
}

/** By page of a group. */
export type TermPages = ReadonlyMap<number, TermOnPage>;

/** A gram of a term, and its distance from the term's first character. */
interface TermGram {
  readonly gram: Gram;
  readonly distance: number;
}

/**
 * Where a term stands, in each group of a bundle: in the text, or in the text as read aloud where a
 * reading is part of it.
 *
 * @param term - a fold, not empty
 * @throws what reading the index throws
 */
export async function findTerm(
  term: string,
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly TermPages[]> {
  const [first, ...others] = gramsOfTerm(term);
  if (first === undefined) return bundle.groups.map(() => new Map());
  const found = await lookUp(first, bundle, files);
  if (others.length === 0) return found.map(pagesOf);
  // Where the ends of a term are nowhere, no more need be loaded.
  const last = others.pop();
  let places = found.map(startsOf(first));
  for (const grams of last === undefined ? [] : [[last], others]) {
    if (places.every(({ size }) => size === 0)) break;
    for (const [i, groups] of (
      await Promise.all(grams.map((gram) => lookUp(gram, bundle, files)))
    ).entries()) {
      places = places.map((starts, group) =>
        both(starts, startsOf(grams[i] ?? first)(groups[group] ?? [])),
      );
    }
  }
  return places.map(occurrencesIn);
}

/**
 * Which grams to look up. Every third one will do, and the last, since grams next to each other stand
 * on the page without a gap between them only where the term does.
 */
export function gramsOfTerm(term: string): TermGram[] {
  const characters = Array.from(term);
  const last = Math.max(0, characters.length - 3);
  return characters.flatMap((_, distance) =>
    (distance % 3 === 0 && distance < last) || distance === last
      ? [{ gram: gramOf(characters.slice(distance, distance + 3)), distance }]
      : [],
  );
}

async function lookUp(
  { gram }: TermGram,
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly (readonly Posting[])[]> {
  return postingsOf(await files.grams(bundle, fileOf(gram, bundle.files)), gram);
}

/** A gram that is a term of its own. */
function pagesOf(postings: readonly Posting[]): TermPages {
  const pages = new Map<number, TermOnPage>();
  for (const posting of postings) {
    const { page, amount, isInTitle, places } = posting;
    if (places === undefined) pages.set(page, { amount, isInTitle, occurrences: undefined });
    else addOccurrences(pages, page, startsOn(posting, 0));
  }
  return pages;
}

/** Where a term would begin, for each place of one of its grams, with the weight of that place. */
type Starts = ReadonlyMap<number, Weight>;

function startsOf({ distance }: TermGram) {
  return (postings: readonly Posting[]): ReadonlyMap<number, Starts> =>
    new Map(postings.map((posting) => [posting.page, startsOn(posting, distance)]));
}

function startsOn({ places }: Posting, distance: number): Starts {
  const { positions = [], weights: ofPlaces = [] } = places ?? {};
  return new Map(positions.map((position, i) => [position - distance, ofPlaces[i] as Weight]));
}

/** Where both are; with a reading, if either is of one. */
function both(
  some: ReadonlyMap<number, Starts>,
  others: ReadonlyMap<number, Starts>,
): ReadonlyMap<number, Starts> {
  const pages = new Map<number, Starts>();
  for (const [page, starts] of some) {
    const other = others.get(page);
    if (other === undefined) continue;
    const common = new Map<number, Weight>();
    for (const [position, weight] of starts) {
      const otherWeight = other.get(position);
      if (otherWeight === undefined) continue;
      common.set(position, weight === weights.besideReading ? otherWeight : weight);
    }
    if (common.size > 0) pages.set(page, common);
  }
  return pages;
}

function occurrencesIn(found: ReadonlyMap<number, Starts>): TermPages {
  const pages = new Map<number, TermOnPage>();
  for (const [page, starts] of found) addOccurrences(pages, page, starts);
  return pages;
}

/** What the text itself holds, or what is of a reading: the rest stands in the text as well. */
function addOccurrences(pages: Map<number, TermOnPage>, page: number, starts: Starts): void {
  const occurrences = [...starts]
    .map(([position, weight]) => ({ position, weight }))
    .filter(({ weight }) => isWritten(weight) || weight !== weights.besideReading)
    .sort((a, b) => a.position - b.position);
  if (occurrences.length === 0) return;
  pages.set(page, {
    amount: occurrences.reduce((sum, { weight }) => sum + weight, 0),
    isInTitle: occurrences.some(({ weight }) => isInTitle(weight)),
    occurrences,
  });
}
