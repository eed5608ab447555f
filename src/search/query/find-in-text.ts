import { foldWithPlaces, type FoldedText } from './fold.ts';
import { readAloud, type Readable } from './read-aloud.ts';
import { isWordStart } from './word-start.ts';

/** Where a term stands in a text: half-open UTF-16 offsets; a reading stands where its base does. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A term to be shown: a fold. */
export interface ShownTerm {
  readonly text: string;
  /** Where it stands within a word it is not shown: it begins words, too. */
  readonly atWordStart: boolean;
}

/**
 * Where terms stand in a text, then where they stand in it as read aloud with a reading as part of
 * them: in the order, and as often, as the index holds them.
 */
export function findInText(text: Readable, terms: readonly ShownTerm[]): readonly Match[] {
  const folded = foldWithPlaces(text.text);
  const written = matchesIn(folded, terms).flatMap(({ first, last, term }) => {
    const start = folded.starts[first] ?? 0;
    if (term.atWordStart && !isWordStart(text.text, start)) return [];
    return [{ start, end: folded.ends[last] ?? 0 }];
  });
  return text.readings.length === 0 ? written : [...written, ...findAloud(text, terms)];
}

/**
 * The length of a text on a page of the index, in words: its fold's, and one that keeps it apart from
 * what follows; with readings, the same again of the text as read aloud.
 */
export function wordsOf(text: Readable): number {
  const length = (one: string) => foldWithPlaces(one).codePoints.length + 1;
  if (text.readings.length === 0) return length(text.text);
  return length(text.text) + length(readAloud(text).text);
}

function findAloud(text: Readable, terms: readonly ShownTerm[]): readonly Match[] {
  const aloud = readAloud(text);
  const folded = foldWithPlaces(aloud.text);
  const stretchAt = (place: number) => aloud.stretches.findIndex(({ end }) => place < end);
  return matchesIn(folded, terms).flatMap(({ first, last }) => {
    const from = stretchAt(folded.starts[first] ?? 0);
    const to = stretchAt((folded.ends[last] ?? 0) - 1);
    const stretches = aloud.stretches.slice(from, to + 1);
    const [begin] = stretches;
    const end = stretches.at(-1);
    if (begin === undefined || end === undefined) return [];
    // Within one stretch that is no reading, the text itself holds the term.
    if (stretches.length === 1 && !begin.isReading) return [];
    const into = (folded.starts[first] ?? 0) - begin.start;
    const upTo = (folded.ends[last] ?? 0) - end.start;
    return [
      {
        start: begin.isReading ? begin.of.start : begin.of.start + into,
        end: end.isReading ? end.of.end : end.of.start + upTo,
      },
    ];
  });
}

/** Indexes of the first and last code point of each match, in order. */
interface FoldMatch {
  readonly first: number;
  readonly last: number;
  readonly term: ShownTerm;
}

function matchesIn({ codePoints }: FoldedText, terms: readonly ShownTerm[]): readonly FoldMatch[] {
  const fold = codePoints.join('');
  const indexes = codePointIndexes(codePoints);
  const matches = terms.flatMap((term) => {
    const found: FoldMatch[] = [];
    const length = Array.from(term.text).length;
    for (let at = fold.indexOf(term.text); at >= 0; at = fold.indexOf(term.text, at + 1)) {
      const first = indexes[at];
      // A term never begins within a character of two units.
      if (first !== undefined) found.push({ first, last: first + length - 1, term });
    }
    return found;
  });
  return matches.sort((a, b) => a.first - b.first);
}

/** By UTF-16 offset: the index of the code point that begins there. */
function codePointIndexes(codePoints: readonly string[]): readonly (number | undefined)[] {
  const indexes: (number | undefined)[] = [];
  codePoints.forEach((codePoint, index) => {
    indexes.push(index);
    if (codePoint.length > 1) indexes.push(undefined);
  });
  return indexes;
}
