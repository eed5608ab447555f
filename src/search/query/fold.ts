/**
 * The form in which texts and queries are compared: NFKC (Unicode Standard Annex 15), lower case,
 * without white space and without what is never seen (variation selectors, zero-width joiners);
 * English quotation marks are straight, as keyboards have them. Two texts are the same to a search
 * where their folds are.
 */
export function foldText(text: string): string {
  return isPlain(text) ? text : foldAny(text);
}

function foldAny(text: string): string {
  // A sigma ends a word otherwise than it stands in it; lower case depends on nothing else around it.
  const lower = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
  const straight = lower.replace(/[‘’ʼ]/gu, "'").replace(/[“”]/gu, '"');
  return straight.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
}

/** A fold by code points, each with the stretch of the text that it stands for. */
export interface FoldedText {
  readonly codePoints: readonly string[];
  /** UTF-16 offset in the text at which the stretch of each code point begins. */
  readonly starts: readonly number[];
  /** The same of its end, half-open. Code points that were one character share its stretch. */
  readonly ends: readonly number[];
}

/** The fold of a text, with its places in the text; its code points are those of `foldText`. */
export function foldWithPlaces(text: string): FoldedText {
  const codePoints: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (codePoint: string, start: number, end: number) => {
    codePoints.push(codePoint);
    starts.push(start);
    ends.push(end);
  };
  for (let start = 0; start < text.length;) {
    const end = clusterEnd(text, start);
    const isAlone = end - start === 1 && isPlainUnit(text.charCodeAt(start));
    if (isAlone) add(text.charAt(start), start, end);
    else for (const codePoint of foldAny(text.slice(start, end))) add(codePoint, start, end);
    start = end;
  }
  return { codePoints, starts, ends };
}

/**
 * Where a character ends with all that may be composed with it. Normalisation never reaches across
 * such clusters.
 */
function clusterEnd(text: string, start: number): number {
  const next = start + 1;
  if (next === text.length) return next;
  const isFollowed = kindOf(text.charCodeAt(next)) === JOINED || isHalf(text.charCodeAt(start));
  if (!isFollowed) return next;
  CLUSTER.lastIndex = start;
  return CLUSTER.test(text) ? CLUSTER.lastIndex : next;
}

/**
 * A character with all that may be composed with it: marks, half-width sound marks of kana, vowels and
 * finals of Hangul in each of their forms (some initials with them).
 */
const CLUSTER =
  /[^][\p{M}\u1160-\u11ff\u3131-\u3164\ud7b0-\ud7ff\uff9e-\uffdc\u{16d63}-\u{16d6a}]*/uy;

const isHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Whether a text is its own fold, each character for itself, as nearly all of a Japanese text is. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (!isPlainUnit(text.charCodeAt(i))) return false;
  return true;
}

function isPlainUnit(unit: number): boolean {
  return kindOf(unit) === PLAIN;
}

/** A character that is its own fold and joins nothing; one that may join what stands before it. */
const PLAIN = 1;
const JOINED = 2;
const OTHER = 3;

/** What a UTF-16 unit is, found out when it is first met. */
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const known = kinds[unit] ?? OTHER;
  if (known !== 0) return known;
  const text = String.fromCharCode(unit);
  CLUSTER.lastIndex = 0;
  CLUSTER.test(`a${text}`);
  const isJoined = CLUSTER.lastIndex > 1 || isHalf(unit);
  const kind = isJoined ? JOINED : foldAny(text) === text ? PLAIN : OTHER;
  kinds[unit] = kind;
  return kind;
}

/** The terms of a query, as folds: an episode is found when it holds each of them. */
export function queryTerms(query: string): readonly string[] {
  return query
    .split(/\s+/u)
    .map(foldText)
    .filter((term) => term !== '');
}

/** What a query in quotation marks asks for in a row, as a fold; undefined for any other. */
export function quotedTerm(query: string): string | undefined {
  const inner = /^\s*(?:["“”](.+)["“”]|「(.+)」|『(.+)』)\s*$/su.exec(query);
  const fold = foldText(inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? '');
  return fold === '' ? undefined : fold;
}
