import { besideReadings, fileOf, gramOf, type Gram } from './gram.ts';
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
  const grams = gramsOfTerm(term);
  const [first, ...others] = grams;
  if (first === undefined) return bundle.groups.map(() => new Map());
  if (others.length === 0) return (await lookUp(first.gram, bundle, files)).map(pagesOf);
  const ends = await lookUpAll([first, ...others.slice(-1)], bundle, files);
  // Where there are not both ends, no more need be loaded.
  const between = areSomewhere(ends)
    ? await lookUpAll(others.slice(0, -1), bundle, files)
    : others.slice(1).map(() => bundle.groups.map(() => none));
  const found = [...ends.slice(0, 1), ...between, ...ends.slice(1)];
  // What is read aloud beside a reading matters only where some gram is of one.
  const beside = bundle.groups.some((_, group) =>
    hasReading(found.map((one) => one[group] ?? none)),
  )
    ? await lookUpBeside(grams, bundle, files)
    : [];
  return bundle.groups.map((_, group) =>
    occurrencesIn(
      grams.map(({ distance }, i) => ({
        distance,
        pages: joined(found[i]?.[group] ?? none, beside[i]?.[group] ?? none),
      })),
    ),
  );
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

/** By page of a group. */
type GramPages = ReadonlyMap<number, Starts>;

/** Where a gram is, with the weight of each place. */
type Starts = ReadonlyMap<number, Weight>;

const none: GramPages = new Map();

async function lookUp(
  gram: Gram,
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly (readonly Posting[])[]> {
  return postingsOf(await files.grams(bundle, fileOf(gram, bundle.files)), gram);
}

/** @returns by gram and group */
async function lookUpAll(
  grams: readonly { readonly gram: Gram }[],
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly (readonly GramPages[])[]> {
  const found = await Promise.all(grams.map(({ gram }) => lookUp(gram, bundle, files)));
  return found.map((groups) =>
    groups.map((postings) => new Map(postings.map((one) => [one.page, startsOn(one)]))),
  );
}

function lookUpBeside(
  grams: readonly TermGram[],
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly (readonly GramPages[])[]> {
  return lookUpAll(
    grams.map(({ gram }) => ({ gram: besideReadings(gram) })),
    bundle,
    files,
  );
}

/** Whether some page of some group holds all grams. */
function areSomewhere([first = [], ...others]: readonly (readonly GramPages[])[]): boolean {
  return first.some((pages, group) =>
    [...pages.keys()].some((page) => others.every((other) => other[group]?.has(page))),
  );
}

/**
 * Whether, on a page with all grams, some are of a reading and some are not: a text holds, too, what
 * stands beside its readings.
 */
function hasReading(grams: readonly GramPages[]): boolean {
  const [first = none, ...others] = grams;
  return [...first.keys()].some((page) => {
    if (!others.every((other) => other.has(page))) return false;
    return grams.some((one) => [...(one.get(page)?.values() ?? [])].some((w) => !isWritten(w)));
  });
}

function joined(some: GramPages, others: GramPages): GramPages {
  if (others.size === 0) return some;
  return new Map(
    [...some].map(([page, starts]) => [page, new Map([...starts, ...(others.get(page) ?? [])])]),
  );
}

/** A gram that is a term of its own. */
function pagesOf(postings: readonly Posting[]): TermPages {
  const pages = new Map<number, TermOnPage>();
  for (const posting of postings) {
    const { page, amount, isInTitle: inTitle, places } = posting;
    const occurrences = places === undefined ? undefined : byPosition(startsOn(posting));
    pages.set(page, { amount, isInTitle: inTitle, occurrences });
  }
  return pages;
}

function startsOn({ places }: Posting): Starts {
  const { positions = [], weights: ofPlaces = [] } = places ?? {};
  return new Map(positions.map((position, i) => [position, ofPlaces[i] ?? weights.text]));
}

function byPosition(starts: Starts): readonly Occurrence[] {
  return [...starts]
    .map(([position, weight]) => ({ position, weight }))
    .sort((a, b) => a.position - b.position);
}

/** Where all grams are at their distances: in the text itself, or with a reading among them. */
function occurrencesIn(
  grams: readonly { readonly distance: number; readonly pages: GramPages }[],
): TermPages {
  const [first, ...others] = grams;
  const found = new Map<number, TermOnPage>();
  for (const [page, starts] of first?.pages ?? none) {
    if (!others.every(({ pages }) => pages.has(page))) continue;
    const whole = new Map<number, Weight>();
    for (const [position, weight] of starts) {
      const all = others.flatMap(
        ({ distance, pages }) => pages.get(page)?.get(position + distance) ?? [],
      );
      const ofAll = [weight, ...all].find((one) => one !== weights.besideReading);
      if (all.length === others.length && ofAll !== undefined) whole.set(position, ofAll);
    }
    if (whole.size > 0) found.set(page, termOnPage(byPosition(whole)));
  }
  return found;
}

function termOnPage(occurrences: readonly Occurrence[]): TermOnPage {
  return {
    amount: occurrences.reduce((sum, { weight }) => sum + weight, 0),
    isInTitle: occurrences.some(({ weight }) => isInTitle(weight)),
    occurrences,
  };
}
