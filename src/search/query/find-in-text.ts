import { foldWithPlaces, type FoldedText } from './fold.ts';
import { readAloud, type Readable } from './read-aloud.ts';
import { weights, type Weight } from './weight.ts';
import { beginsWithLetter, isWordStart } from './word-start.ts';

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
 * The length of a text on a page of the index, in characters: its fold's, and one that keeps it apart
 * from what follows; with readings, the same again of the text as read aloud. What holds nothing to
 * find has none.
 */
export function lengthOnPage(text: Readable): number {
  const length = (one: string) => foldWithPlaces(one).codePoints.length;
  if (text.readings.length === 0) return withEnd(length(text.text));
  const [written, aloud] = [length(text.text), length(readAloud(text).text)];
  return written + aloud === 0 ? 0 : written + 1 + aloud + 1;
}

function withEnd(length: number): number {
  return length === 0 ? 0 : length + 1;
}

/**
 * The same places as `findInText` has them, as the index does: where in the text they begin, in
 * characters of a page that begins with it, and with which weight.
 *
 * @param term - a fold
 */
export function occurrencesIn(
  text: Readable,
  term: string,
  isTitle: boolean,
): readonly { readonly position: number; readonly weight: Weight }[] {
  const terms = [{ text: term, atWordStart: false }];
  const folded = foldWithPlaces(text.text);
  const written = matchesIn(folded, terms).map(({ first }) => ({
    position: first,
    weight: weightAt(text.text, folded.starts[first] ?? 0, term, isTitle),
  }));
  if (text.readings.length === 0) return written;
  const start = folded.codePoints.length + 1;
  const weight = isTitle ? weights.titleReading : weights.reading;
  return [
    ...written,
    ...aloudMatches(text, terms).map(({ first }) => ({ position: start + first, weight })),
  ];
}

function weightAt(text: string, place: number, term: string, isTitle: boolean): Weight {
  const isWithinWord = beginsWithLetter(term) && !isWordStart(text, place);
  if (isTitle) return isWithinWord ? weights.titleInWord : weights.title;
  return beginsWithLetter(term) && !isWithinWord ? weights.wordStart : weights.text;
}

function findAloud(text: Readable, terms: readonly ShownTerm[]): readonly Match[] {
  return aloudMatches(text, terms).map(({ match }) => match);
}

/** Those of which a reading is part: where they begin in the text as read aloud, and where in the text. */
function aloudMatches(
  text: Readable,
  terms: readonly ShownTerm[],
): readonly { readonly first: number; readonly match: Match }[] {
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
    const match = {
      start: begin.isReading ? begin.of.start : begin.of.start + into,
      end: end.isReading ? end.of.end : end.of.start + upTo,
    };
    return [{ first, match }];
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
