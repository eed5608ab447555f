import type { Severity } from './finding.ts';

/** The languages that findings are worded in. */
export type FindingLanguage = 'ja' | 'en';

/**
 * The values of a finding as a wording asks for them: `v('key')` is the text of a value that the
 * code always has, and throws where it is missing, which is our own mistake; `v.has('nearest')`
 * tells whether an optional one is there.
 */
export interface Values {
  (name: string): string;
  has(name: string): boolean;
}

/** What is said about a finding in one language, in words for someone who does not program. */
export interface Wording {
  /** What is wrong. */
  readonly problem: (v: Values) => string;
  /** What would be right. */
  readonly expected?: (v: Values) => string;
  /** What to do. */
  readonly hint: (v: Values) => string;
}

/** A code of the catalogue: how grave it is and how it is worded. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly ja: Wording;
  readonly en: Wording;
}
