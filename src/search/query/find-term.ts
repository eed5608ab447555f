import { besideReadings, fileOf, type Gram } from './gram.ts';
import type { SearchBundle, SearchGroup } from './manifest.ts';
import { occurrencesOnPage, type PageText } from './page-text.ts';
import { postingsOf, type Posting } from './gram-file.ts';
import { gramsOfTerm, type TermGram } from './term-grams.ts';
import { isInTitle, isWritten, weights, type Weight } from './weight.ts';

/** Where the index is read from. */
export interface IndexFiles {
  /**
   * A file of a bundle's index.
   *
   * @throws where it cannot be had
   */
  readonly grams: (bundle: SearchBundle, file: number) => Promise<Uint8Array>;
  /**
   * The text of an episode.
   *
   * @throws where it cannot be had
   */
  readonly text: (group: SearchGroup, page: number) => Promise<PageText>;
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
  const grams = gramsOfTerm(term, bundle.gramLength);
  const [only] = grams;
  if (only !== undefined && grams.length === 1) {
    return (await lookUp(only.gram, bundle, files)).map(pagesOf);
  }
  const found: (readonly GramPages[])[] = [];
  while (found.length < grams.length) {
    const next = grams.slice(found.length, found.length + AT_ONCE);
    found.push(...(await lookUpAll(next, bundle, files)));
    const candidates = pagesWithAll(found);
    const count = candidates.reduce((sum, { length }) => sum + length, 0);
    // What is in few texts is looked up in these, which are going to be shown.
    if (count <= grams.length - found.length) return inTexts(term, candidates, bundle, files);
  }
  const byGroup = bundle.groups.map((_, group) =>
    grams.map(({ distance }, i) => ({ distance, pages: found[i]?.[group] ?? none })),
  );
  const beside = await lookUpBeside(grams, byGroup, bundle, files);
  return byGroup.map((ofGroup, group) =>
    occurrencesOf(
      ofGroup.map(({ distance, pages }, i) => ({
        distance,
        pages: joined(pages, beside[i]?.[group] ?? none),
      })),
    ),
  );
}

/** Grams that are looked up before it is asked whether any more need be. */
const AT_ONCE = 2;

/** @param candidates - by group: the pages that may hold it */
async function inTexts(
  term: string,
  candidates: readonly (readonly number[])[],
  { groups }: SearchBundle,
  files: IndexFiles,
): Promise<readonly TermPages[]> {
  return Promise.all(
    groups.map(async (group, i) => {
      const found = new Map<number, TermOnPage>();
      for (const page of candidates[i] ?? []) {
        const occurrences = occurrencesOnPage(await files.text(group, page), term);
        if (occurrences.length > 0) found.set(page, termOnPage(occurrences));
      }
      return found;
    }),
  );
}

/** By page of a group. */
type GramPages = ReadonlyMap<number, Starts>;

/** Where a gram is, with the weight of each place. */
type Starts = ReadonlyMap<number, Weight>;

const none: GramPages = new Map();

/** A gram of a term in a group. */
interface PlacedGram {
  readonly distance: number;
  readonly pages: GramPages;
}

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

/**
 * Those grams beside readings that a term may lack.
 *
 * @returns by gram and group; nothing of what is not lacking
 */
async function lookUpBeside(
  grams: readonly TermGram[],
  found: readonly (readonly PlacedGram[])[],
  bundle: SearchBundle,
  files: IndexFiles,
): Promise<readonly (readonly GramPages[])[]> {
  const lacking = new Set(found.flatMap(gramsLacking));
  const wanted = grams.map(({ gram }, i) => (lacking.has(i) ? [besideReadings(gram)] : []));
  return Promise.all(
    wanted.map(async (one) => {
      const [groups = []] = await lookUpAll(
        one.map((gram) => ({ gram })),
        bundle,
        files,
      );
      return groups;
    }),
  );
}

/**
 * The indexes of the grams that are not where they would have to be for a term of which some gram is
 * of a reading: on a page with all grams, since a text holds, too, what stands beside its readings.
 */
function gramsLacking(grams: readonly PlacedGram[]): readonly number[] {
  const lacking = new Set<number>();
  const [first, ...others] = grams;
  for (const page of first?.pages.keys() ?? []) {
    if (!others.every(({ pages }) => pages.has(page))) continue;
    for (const start of startsInReadings(grams, page)) {
      grams.forEach(({ distance, pages }, i) => {
        if (pages.get(page)?.has(start + distance) !== true) lacking.add(i);
      });
    }
  }
  return [...lacking];
}

/** Where on a page a term would begin of which some gram is of a reading. */
function startsInReadings(grams: readonly PlacedGram[], page: number): ReadonlySet<number> {
  return new Set(
    grams.flatMap(({ distance, pages }) =>
      [...(pages.get(page) ?? [])].flatMap(([place, weight]) =>
        isWritten(weight) ? [] : [place - distance],
      ),
    ),
  );
}

/** By group: the pages that hold all grams. */
function pagesWithAll([
  first = [],
  ...others
]: readonly (readonly GramPages[])[]): readonly (readonly number[])[] {
  return first.map((pages, group) =>
    [...pages.keys()].filter((page) => others.every((other) => other[group]?.has(page))),
  );
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
function occurrencesOf(grams: readonly PlacedGram[]): TermPages {
  const [first, ...others] = grams;
  const found = new Map<number, TermOnPage>();
  for (const [page, starts] of first?.pages ?? none) {
    if (!others.every(({ pages }) => pages.has(page))) continue;
    const whole = new Map<number, Weight>();
    for (const [place, weight] of starts) {
      const position = place - (first?.distance ?? 0);
      const all = others.flatMap(({ distance, pages }) => {
        const other = pages.get(page)?.get(position + distance);
        return other === undefined ? [] : [{ distance, weight: other }];
      });
      if (all.length < others.length) continue;
      const ofTerm = weightOfTerm([{ distance: first?.distance ?? 0, weight }, ...all]);
      if (ofTerm !== undefined) whole.set(position, ofTerm);
    }
    if (whole.size > 0) found.set(page, termOnPage(byPosition(whole)));
  }
  return found;
}

/** In a text that of its first character, in a reading that of the reading; undefined beside one. */
function weightOfTerm(
  grams: readonly { readonly distance: number; readonly weight: Weight }[],
): Weight | undefined {
  const first = grams.find(({ distance }) => distance === 0)?.weight;
  if (first !== undefined && isWritten(first)) return first;
  return grams.find(({ weight }) => weight !== weights.besideReading)?.weight;
}

function termOnPage(occurrences: readonly Occurrence[]): TermOnPage {
  return {
    amount: occurrences.reduce((sum, { weight }) => sum + weight, 0),
    isInTitle: occurrences.some(({ weight }) => isInTitle(weight)),
    occurrences,
  };
}
