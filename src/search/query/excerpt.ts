import { findInText, type Match, type ShownTerm } from './find-in-text.ts';
import type { Readable } from './read-aloud.ts';

/** A stretch of a text as it is shown: base text, without readings. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text from its beginning to its end, in parts that alternate where terms stand. */
export function markedText(text: Readable, terms: readonly ShownTerm[]): readonly ExcerptPart[] {
  return parts(text.text, merged(findInText(text, terms)), 0, text.text.length);
}

/**
 * What stands around a match, for a person to read: from the beginning of its sentence where that is
 * near, else from some words before it, and on into the blocks that follow until it is long enough.
 *
 * @param blocks - the first holds the match
 * @param nth - which of its matches, counted from 0; where there are fewer, the text's beginning
 * @param length - in characters (UTF-16)
 */
export function excerptAround(
  [block, ...following]: readonly Readable[],
  terms: readonly ShownTerm[],
  nth: number,
  length: number,
): readonly ExcerptPart[] {
  if (block === undefined) return [];
  const { text } = block;
  const matches = findInText(block, terms);
  const { start, end } = matches[nth] ?? { start: 0, end: 0 };
  const from = skipSpace(text, beginning(text, start, length));
  const to = ending(text, Math.max(end, from + length));
  return [
    ...(text.slice(0, from).trim() === '' ? [] : [{ text: '…', isMatch: false }]),
    ...parts(text, merged(matches), from, to),
    ...(to < text.length
      ? [{ text: '…', isMatch: false }]
      : continuation(following, terms, length - (to - from))),
  ];
}

/** What follows, for so many characters as are left. */
function continuation(
  [block, ...following]: readonly Readable[],
  terms: readonly ShownTerm[],
  length: number,
): readonly ExcerptPart[] {
  if (block === undefined || length < WORTHWHILE) return [];
  const { text } = block;
  const from = skipSpace(text, 0);
  const to = ending(text, from + length);
  return [
    { text: GAP, isMatch: false },
    ...parts(text, merged(findInText(block, terms)), from, to),
    ...(to < text.length
      ? [{ text: '…', isMatch: false }]
      : continuation(following, terms, length - (to - from) - 1)),
  ];
}

/** Between two blocks: as wide as a character, in any language. */
const GAP = '\u2003';
/** Fewer characters than this of another block say nothing. */
const WORTHWHILE = 8;

/** How far before a match its sentence may begin to be shown whole, as a share of the excerpt. */
const SENTENCE_SHARE = 0.5;
/** How much is shown before a match in a long sentence. */
const LEAD_SHARE = 0.3;

function beginning(text: string, start: number, length: number): number {
  const whole = Math.max(0, Math.floor(start - length * SENTENCE_SHARE));
  if (whole === 0) return 0;
  const before = text.slice(whole, start);
  const sentence = /^.*(?:[。！？!?]["”」』）)]*|[\n」』]|\.\s)\s*/su.exec(before);
  if (sentence !== null) return whole + sentence[0].length;
  return boundary(text, Math.floor(start - length * LEAD_SHARE));
}

function skipSpace(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function ending(text: string, to: number): number {
  return to >= text.length ? text.length : text.slice(0, boundary(text, to)).trimEnd().length;
}

/** The next place at which a text may be cut: between words that have spaces, and characters. */
function boundary(text: string, from: number): number {
  const word = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}’'-]{1,24}/u;
  const rest = text.slice(from);
  const isWithin = word.test(text.slice(from - 1, from));
  const skipped = isWithin ? (word.exec(rest)?.[0].length ?? 0) : 0;
  return from + skipped + (/^[\udc00-\udfff\p{M}]*/u.exec(rest.slice(skipped))?.[0].length ?? 0);
}

function parts(
  text: string,
  matches: readonly Match[],
  from: number,
  to: number,
): readonly ExcerptPart[] {
  const result: ExcerptPart[] = [];
  const add = (start: number, end: number, isMatch: boolean) => {
    const piece = text.slice(Math.max(from, start), Math.min(to, end)).replaceAll('\n', ' ');
    if (piece !== '') result.push({ text: piece, isMatch });
  };
  let place = from;
  for (const { start, end } of matches) {
    add(place, start, false);
    add(start, end, true);
    place = Math.max(place, end);
  }
  add(place, to, false);
  return result;
}

/** Matches in order, those that overlap or touch as one. */
export function merged(matches: readonly Match[]): readonly Match[] {
  const result: Match[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last === undefined || match.start > last.end) result.push(match);
    else result.splice(-1, 1, { start: last.start, end: Math.max(last.end, match.end) });
  }
  return result;
}
