import { findTerm, planTerm, type Occurrence, type TermPlan } from './find-term.ts';
import { queryTerms, quotedTerm } from './fold.ts';
import type { IndexChunk } from './index-chunk.ts';
import { chunksWith, episodeAt, type SearchGroup, type SearchManifest } from './manifest.ts';
import type { ShownTerm } from './find-in-text.ts';
import { score } from './rank.ts';
import { isWithinWord } from './weight.ts';
import { beginsWithLetter } from './word-start.ts';

/** Where the index is read from. */
export interface IndexFiles {
  /** @throws where it cannot be had */
  readonly chunk: (group: SearchGroup, chunk: number) => Promise<IndexChunk>;
}

/** An episode by its place among all. */
export interface EpisodePlace {
  /** Index in `SearchManifest.series`. */
  readonly series: number;
  /** In its series, counted from 0. */
  readonly place: number;
  readonly id: string | undefined;
}

/** An episode that holds every term of a query. */
export interface FoundEpisode extends EpisodePlace {
  readonly group: SearchGroup;
  /** Its page in the index of the group. */
  readonly page: number;
  readonly score: number;
  /** What is shown of it: the whole query in a row where it stands so, else its terms. */
  readonly terms: readonly ShownTerm[];
  /** Of those, in the order of the text; those of different terms may stand at the same position. */
  readonly occurrences: readonly TermOccurrence[];
}

export interface TermOccurrence extends Occurrence {
  /** Index in the terms that are shown. */
  readonly term: number;
}

/**
 * Finds the episodes that hold every term of a query: what a search through the text itself would
 * find, character by character. What is found nowhere with the quotation marks around it is searched
 * for in a row without them.
 *
 * @param isSearched - leaves episodes out, by default none
 * @returns in the order of the manifest; empty where the query has no term
 * @throws what reading the index throws
 */
export async function search(
  query: string,
  manifest: SearchManifest,
  files: IndexFiles,
  isSearched: (episode: EpisodePlace) => boolean = () => true,
): Promise<readonly FoundEpisode[]> {
  const found = await searchTerms(queryTerms(query), manifest, files, isSearched);
  const quoted = quotedTerm(query);
  return found.length > 0 || quoted === undefined
    ? found
    : searchTerms([quoted], manifest, files, isSearched);
}

async function searchTerms(
  texts: readonly string[],
  manifest: SearchManifest,
  files: IndexFiles,
  isSearched: (episode: EpisodePlace) => boolean,
): Promise<readonly FoundEpisode[]> {
  const plans = texts.map(planTerm);
  const groups = manifest.groups.map((group) => ({ group, pages: pagesOf(group, isSearched) }));
  const asked = groups.filter(({ pages }) => pages.size > 0 && plans.length > 0);
  const searched = asked.reduce((sum, { pages }) => sum + pages.size, 0);
  const found = await Promise.all(
    asked.map(async ({ group, pages }) => {
      const terms = await Promise.all(plans.map((plan) => findIn(group, plan, files)));
      return { group, pages, terms };
    }),
  );
  const counts = plans.map((_, term) =>
    found.reduce((sum, { terms, pages }) => sum + countOf(terms[term], pages), 0),
  );
  return found.flatMap(({ group, pages, terms }) =>
    [...pages].flatMap(([page, place]) => {
      const places = terms.map((ofTerm) => ofTerm.get(page) ?? []);
      if (places.some((occurrences) => occurrences.length === 0)) return [];
      const shown = shownOf(texts, places);
      const relevance = score(
        places.map((occurrences, i) => ({ occurrences, found: counts[i] ?? 0, searched })),
      );
      return [
        {
          ...place,
          ...{ group, page, terms: shown.terms },
          score: shown.isPhrase ? PHRASE_WORTH * relevance : relevance,
          occurrences: inOrder(shown.places),
        },
      ];
    }),
  );
}

/** How much more it is worth when all terms stand in a row. */
const PHRASE_WORTH = 3;

/** What to show of an episode that holds every term. */
function shownOf(
  texts: readonly string[],
  places: readonly (readonly Occurrence[])[],
): {
  readonly terms: readonly ShownTerm[];
  readonly places: readonly (readonly Occurrence[])[];
  readonly isPhrase: boolean;
} {
  const inRow = texts.length > 1 ? placesInRow(texts, places) : [];
  if (inRow.length > 0) {
    const { term, occurrences } = bestPlaces(texts.join(''), inRow);
    return { terms: [term], places: [occurrences], isPhrase: true };
  }
  const best = texts.map((text, i) => bestPlaces(text, places[i] ?? []));
  return {
    terms: best.map(({ term }) => term),
    places: best.map(({ occurrences }) => occurrences),
    isPhrase: false,
  };
}

/** Where all terms follow one upon the other. */
function placesInRow(
  texts: readonly string[],
  [first = [], ...others]: readonly (readonly Occurrence[])[],
): readonly Occurrence[] {
  let distance = 0;
  const followers = others.map((occurrences, i) => {
    distance += Array.from(texts[i] ?? '').length;
    return { distance, positions: new Set(occurrences.map(({ position }) => position)) };
  });
  return first.filter(({ position }) =>
    followers.every((one) => one.positions.has(position + one.distance)),
  );
}

/** Where a term begins words, if it does so at all; elsewhere it is part of other ones. */
function bestPlaces(
  text: string,
  occurrences: readonly Occurrence[],
): { readonly term: ShownTerm; readonly occurrences: readonly Occurrence[] } {
  const atStart = beginsWithLetter(text)
    ? occurrences.filter(({ weight }) => !isWithinWord(weight))
    : [];
  const atWordStart = atStart.length > 0;
  return { term: { text, atWordStart }, occurrences: atWordStart ? atStart : occurrences };
}

type TermPages = ReadonlyMap<number, readonly Occurrence[]>;

/** Relevance first, else the order of the manifest and of reading. */
export function byRelevance(a: FoundEpisode, b: FoundEpisode): number {
  return b.score - a.score || byReading(a, b);
}

export function byReading(a: EpisodePlace, b: EpisodePlace): number {
  return a.series - b.series || a.place - b.place;
}

/** The pages of a group that are searched. */
function pagesOf(
  group: SearchGroup,
  isSearched: (episode: EpisodePlace) => boolean,
): ReadonlyMap<number, EpisodePlace> {
  const count = group.runs.reduce((sum, run) => sum + run.count, 0);
  const pages = Array.from({ length: count }, (_, page) => [page, episodeAt(group, page)] as const);
  return new Map(pages.filter(([, episode]) => isSearched(episode)));
}

async function findIn(group: SearchGroup, plan: TermPlan, files: IndexFiles): Promise<TermPages> {
  const beginnings =
    plan.prefix === undefined ? plan.words.map(({ token }) => token) : [plan.prefix];
  const numbers = new Set(beginnings.flatMap((beginning) => chunksWith(group, beginning)));
  return findTerm(plan, await Promise.all([...numbers].map((one) => files.chunk(group, one))));
}

function countOf(found: TermPages | undefined, pages: ReadonlyMap<number, unknown>): number {
  return [...(found?.keys() ?? [])].filter((page) => pages.has(page)).length;
}

function inOrder(places: readonly (readonly Occurrence[])[]): readonly TermOccurrence[] {
  return places
    .flatMap((occurrences, term) => occurrences.map((one) => ({ ...one, term })))
    .sort((a, b) => a.position - b.position);
}
