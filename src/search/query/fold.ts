/**
 * The form in which texts and queries are compared: NFKC (Unicode Standard Annex 15), lower case,
 * without white space and without what is never seen (variation selectors, zero-width joiners);
 * English quotation marks are straight, as keyboards have them. Two texts are the same to a search
 * where their folds are.
 */
export function foldText(text: string): string {
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
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    for (const codePoint of foldText(cluster)) {
      codePoints.push(codePoint);
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { codePoints, starts, ends };
}

/**
 * A character with all that may be composed with it: marks, half-width sound marks of kana, vowels and
 * finals of Hangul in each of their forms (some initials with them). Normalisation never reaches across such clusters.
 */
const CLUSTER =
  /[^][\p{M}\u1160-\u11ff\u3131-\u3164\ud7b0-\ud7ff\uff9e-\uffdc\u{16d63}-\u{16d6a}]*/gu;

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
