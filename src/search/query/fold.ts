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
 * A character with all that may be composed with it: marks, half-width sound marks of kana, and the
 * jamo of a Hangul syllable in each of their forms. Normalisation never reaches across such clusters.
 */
const CLUSTER =
  /(?:[\uac00-\ud7a3]?[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\ud7b0-\ud7ff\uffa0-\uffdc]+|[^])[\p{M}\uff9e\uff9f]*/gu;

/**
 * The terms of a query, as folds: an episode is found when it holds each of them. White space parts
 * them, unless the whole query stands in quotation marks.
 */
export function queryTerms(query: string): readonly string[] {
  const phrase = /^\s*["“”](.*\S\s+\S.*)["“”]\s*$/su.exec(query.normalize('NFKC'))?.[1];
  if (phrase !== undefined) return [foldText(phrase)];
  const terms = query.normalize('NFKC').split(/\s+/u).map(foldText);
  return [...new Set(terms)].filter((term) => term !== '');
}

/** A query that asks for all of another one in a row. */
export function asPhrase(query: string): string {
  return `"${query.trim()}"`;
}
