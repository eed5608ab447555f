import { withBeside } from './beside-readings.ts';
import { gramIn } from './gram-file.ts';
import type { Posting } from './gram-reader.ts';
import { fileOf } from './gram.ts';
import type { SearchBundle, SearchGroup } from './manifest.ts';
import { occurrencesOnPage, type PageText } from './page-text.ts';
import { placed, startsOn, type PlacedGram, type Starts } from './placed-gram.ts';
import { TermCover, type LookUp } from './term-cover.ts';
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
  const lookUp: LookUp = async (gram) => {
    return gramIn(await files.grams(bundle, fileOf(gram, bundle)), gram);
  };
  const cover = new TermCover(term, bundle, lookUp);
  for (;;) {
    const missing = cover.missing();
    if (missing.length === 0) break;
    const candidates = cover.pages();
    // What is in few texts is looked up in these, which are going to be shown.
    const isKnown = candidates.every((pages) => pages !== undefined);
    if (isKnown && candidates.flat().length <= missing.length) {
      return inTexts(term, candidates, bundle, files);
    }
    await cover.add(missing.slice(0, AT_ONCE));
  }
  const length = Array.from(term).length;
  const byGroup = bundle.groups.map((_, group) => {
    const grams = cover.grams(group);
    const whole = grams.find(({ gram }) => gram.length === length);
    return whole === undefined ? { parts: grams.map(placed) } : { whole };
  });
  const parts = await withBeside(
    byGroup.map((one) => one.parts ?? []),
    lookUp,
  );
  return byGroup.map(({ whole }, group) =>
    whole === undefined ? occurrencesOf(parts[group] ?? []) : pagesOf(whole.postings),
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

function byPosition(starts: Starts): readonly Occurrence[] {
  return [...starts]
    .map(([position, weight]) => ({ position, weight }))
    .sort((a, b) => a.position - b.position);
}

/** Where all grams are at their distances: in the text itself, or with a reading among them. */
function occurrencesOf(grams: readonly PlacedGram[]): TermPages {
  const [first, ...others] = grams;
  const found = new Map<number, TermOnPage>();
  for (const [page, starts] of first?.pages ?? []) {
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
