import { findTerm, type IndexFiles, type Occurrence, type TermPages } from './find-term.ts';
import { queryTerms, quotedTerm } from './fold.ts';
import { episodeAt, type SearchBundle, type SearchGroup, type SearchManifest } from './manifest.ts';
import { score } from './rank.ts';

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
  readonly terms: readonly FoundTerm[];
}

export interface FoundTerm {
  /** A fold. */
  readonly text: string;
  /** In the order of the page, where the index knows them; what it does not know the text tells. */
  readonly occurrences: readonly Occurrence[] | undefined;
}

/**
 * Finds the episodes that hold every term of a query: what a search through the text itself would
 * find, character by character. What is found nowhere with the quotation marks around it is searched
 * for in a row without them.
 *
 * @param isSearched - leaves episodes out, by default none
 * @returns in the order of the manifest's groups; empty where the query has no term
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
  if (texts.length === 0) return [];
  const bundles = await Promise.all(
    manifest.bundles.map((bundle) => searchBundle(texts, bundle, files, isSearched)),
  );
  const groups = bundles.flat();
  const searched = groups.reduce((sum, { pages }) => sum + pages.size, 0);
  const counts = texts.map((_, term) =>
    groups.reduce((sum, { terms, pages }) => sum + countOf(terms[term], pages), 0),
  );
  return groups.flatMap(({ group, pages, terms, inRow }) =>
    [...pages].flatMap(([page, place]) => {
      const onPage = terms.flatMap((ofTerm) => ofTerm.get(page) ?? []);
      if (onPage.length < texts.length) return [];
      const row = inRow?.get(page);
      const relevance = score(
        onPage.map((one, i) => ({ onPage: one, found: counts[i] ?? 0, searched })),
      );
      return [
        {
          ...place,
          ...{ group, page },
          score: row === undefined ? relevance : PHRASE_WORTH * relevance,
          terms:
            row === undefined
              ? onPage.map(({ occurrences }, i) => ({ text: texts[i] ?? '', occurrences }))
              : [{ text: texts.join(''), occurrences: row.occurrences }],
        },
      ];
    }),
  );
}

/** How much more it is worth when all terms stand in a row. */
const PHRASE_WORTH = 3;

/** What was found in a group. */
interface SearchedGroup {
  readonly group: SearchGroup;
  /** Those that are searched. */
  readonly pages: ReadonlyMap<number, EpisodePlace>;
  readonly terms: readonly TermPages[];
  /** All terms, one upon the other; undefined where there is one alone. */
  readonly inRow: TermPages | undefined;
}

async function searchBundle(
  texts: readonly string[],
  bundle: SearchBundle,
  files: IndexFiles,
  isSearched: (episode: EpisodePlace) => boolean,
): Promise<readonly SearchedGroup[]> {
  const pages = bundle.groups.map((group) => pagesOf(group, isSearched));
  if (pages.every(({ size }) => size === 0)) return [];
  const terms = await Promise.all(texts.map((text) => findTerm(text, bundle, files)));
  const hasAll = bundle.groups.some((_, i) => haveCommon(terms.map((term) => term[i])));
  const inRow =
    texts.length > 1 && hasAll ? await findTerm(texts.join(''), bundle, files) : undefined;
  return bundle.groups.map((group, i) => ({
    group,
    pages: pages[i] ?? new Map<number, EpisodePlace>(),
    terms: terms.map((ofTerm) => ofTerm[i] ?? new Map()),
    inRow: inRow?.[i],
  }));
}

/** Whether there is a page with all terms. */
function haveCommon([first, ...others]: readonly (TermPages | undefined)[]): boolean {
  return [...(first?.keys() ?? [])].some((page) => others.every((other) => other?.has(page)));
}

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

function countOf(found: TermPages | undefined, pages: ReadonlyMap<number, unknown>): number {
  return [...(found?.keys() ?? [])].filter((page) => pages.has(page)).length;
}
