import { excerptAround, type ExcerptPart } from './excerpt.ts';
import { lengthOnPage, type ShownTerm } from './find-in-text.ts';
import type { Occurrence } from './find-term.ts';
import { fromKeptText, type ListedEpisode, type TextPiece } from './manifest.ts';
import { occurrencesOnPage, type PageText } from './page-text.ts';
import type { FoundEpisode } from './search.ts';
import { isInTitle, isWithinWord } from './weight.ts';
import { beginsWithLetter } from './word-start.ts';

/** What is shown of an episode that was found. */
export interface Passages {
  readonly terms: readonly ShownTerm[];
  /** Of those, in the order of the text; those of different terms may stand at the same position. */
  readonly occurrences: readonly TermOccurrence[];
}

export interface TermOccurrence extends Occurrence {
  /** Index in the terms that are shown. */
  readonly term: number;
}

/** What the index tells of it; undefined where it does not know all places. */
export function passagesInIndex({ terms }: Pick<FoundEpisode, 'terms'>): Passages | undefined {
  const known = terms.flatMap(({ text, occurrences }) =>
    occurrences === undefined ? [] : [{ text, occurrences }],
  );
  return known.length < terms.length ? undefined : passages(known);
}

/** The same told by the text. */
export function passagesInText({ terms }: Pick<FoundEpisode, 'terms'>, text: PageText): Passages {
  return passages(
    terms.map(({ text: term }) => ({ text: term, occurrences: occurrencesOnPage(text, term) })),
  );
}

function passages(
  terms: readonly { readonly text: string; readonly occurrences: readonly Occurrence[] }[],
): Passages {
  const shown = terms.map(({ text, occurrences }) => bestPlaces(text, occurrences));
  const occurrences = shown.flatMap((one, term) =>
    one.occurrences.map((occurrence) => ({ ...occurrence, term })),
  );
  return {
    terms: shown.map(({ term }) => term),
    occurrences: occurrences.sort((a, b) => a.position - b.position),
  };
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

/**
 * The occurrence that shows best why an episode was found: where its terms stand nearest to each
 * other, in the text rather than in the title, which is shown anyway.
 *
 * @returns its number among the episode's occurrences
 */
export function bestOccurrence({ occurrences }: Pick<Passages, 'occurrences'>): number {
  const terms = new Set(occurrences.map(({ term }) => term)).size;
  const last = new Map<number, number>();
  let best = { from: 0, width: Infinity };
  occurrences.forEach(({ term, position, weight }, i) => {
    if (isInTitle(weight)) return;
    last.set(term, i);
    if (last.size < terms) return;
    const from = Math.min(...last.values());
    const width = position - (occurrences[from]?.position ?? 0);
    if (width < best.width) best = { from, width };
  });
  if (best.width < Infinity) return best.from;
  // Some term stands in the title alone: the first of the text, if there is any.
  return Math.max(
    0,
    occurrences.findIndex(({ weight }) => !isInTitle(weight)),
  );
}

/**
 * The occurrences that are worth a look beside one that is shown: of several close together the
 * first, since what is shown around it shows them all.
 */
export function placesBeside(
  { occurrences }: Pick<Passages, 'occurrences'>,
  shown: number,
): readonly number[] {
  const reach = (i: number) => (occurrences[i]?.position ?? 0) + CLOSE;
  const places: number[] = [];
  occurrences.forEach(({ position }, i) => {
    const last = places.at(-1);
    const isSeen = i >= shown && position < reach(shown);
    if (!isSeen && (last === undefined || position >= reach(last))) places.push(i);
  });
  return places;
}

/** In characters of the page. */
const CLOSE = 50;

/** The piece of an episode's text that holds an occurrence; undefined where that is in the title. */
export function pieceOf(
  { occurrences }: Pick<Passages, 'occurrences'>,
  nth: number,
  { pieces }: Pick<ListedEpisode, 'pieces'>,
): number | undefined {
  const position = occurrences[nth]?.position ?? 0;
  const piece = pieces.findLastIndex((start) => start <= position);
  return piece < 0 ? undefined : piece;
}

/**
 * What stands around an occurrence.
 *
 * @param start - the position of the piece
 * @param length - in characters (UTF-16)
 */
export function excerptOf(
  { occurrences, terms }: Passages,
  nth: number,
  piece: TextPiece,
  start: number,
  length: number,
): readonly ExcerptPart[] {
  const position = occurrences[nth]?.position ?? 0;
  const blocks = piece.map(fromKeptText);
  let from = start;
  for (const [i, block] of blocks.entries()) {
    const end = from + lengthOnPage(block);
    if (position < end) {
      const first = occurrences.findIndex((one) => one.position >= from);
      return excerptAround(blocks.slice(i), terms, nth - first, length);
    }
    from = end;
  }
  return [];
}

/** The beginning of a text, for an episode that was found by its title alone. */
export function openingOf(piece: TextPiece, length: number): readonly ExcerptPart[] {
  return excerptAround(piece.map(fromKeptText), [], 0, length);
}
