import { lengthOnPage, occurrencesIn } from './find-in-text.ts';
import type { Occurrence } from './find-term.ts';
import { fromKeptText, type ListedEpisode, type TextPiece } from './manifest.ts';
import type { Readable } from './read-aloud.ts';

/** The blocks of an episode, each with its position on the page of the index. */
export type PageText = readonly {
  readonly block: Readable;
  readonly start: number;
  readonly isTitle: boolean;
}[];

/** @param pieces - all of its text */
export function pageText(
  {
    title,
    hasOwnTitle,
    pieces: [first = 0],
  }: Pick<ListedEpisode, 'title' | 'hasOwnTitle' | 'pieces'>,
  pieces: readonly TextPiece[],
): PageText {
  const titles = hasOwnTitle ? [{ block: fromKeptText(title), start: 0, isTitle: true }] : [];
  let start = first;
  const blocks = pieces.flat().map((kept) => {
    const placed = { block: fromKeptText(kept), start, isTitle: false };
    start += lengthOnPage(placed.block);
    return placed;
  });
  return [...titles, ...blocks];
}

/** Where a term stands, as the index would tell it. */
export function occurrencesOnPage(text: PageText, term: string): readonly Occurrence[] {
  return text.flatMap(({ block, start, isTitle }) =>
    occurrencesIn(block, term, isTitle).map(({ position, weight }) => ({
      position: start + position,
      weight,
    })),
  );
}
