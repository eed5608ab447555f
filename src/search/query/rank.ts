import type { TermOnPage } from './find-term.ts';
import { weights } from './weight.ts';

/** How often a term is found, of an episode and of all. */
export interface TermCount {
  readonly onPage: Pick<TermOnPage, 'amount' | 'isInTitle'>;
  /** Episodes that hold the term. */
  readonly found: number;
  /** Episodes that were searched. */
  readonly searched: number;
}

/**
 * How well an episode answers a query: the rarer a term, the more it counts; the more often it stands
 * there the better, but each time by less (the saturation of BM25); a title counts most of all.
 *
 * @param terms - one for each term of the query
 */
export function score(terms: readonly TermCount[]): number {
  return terms.reduce((sum, { onPage, found, searched }) => {
    const rarity = Math.log(1 + (searched - found + 0.5) / (found + 0.5));
    const amount = onPage.amount / weights.text;
    const inTitle = onPage.isInTitle ? 1 : 0;
    return sum + rarity * (amount / (amount + SATURATION) + inTitle);
  }, 0);
}

const SATURATION = 1.2;
