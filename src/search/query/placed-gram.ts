import type { Posting } from './gram-reader.ts';
import type { FoundGram } from './term-cover.ts';
import type { TermGram } from './term-grams.ts';
import { weights, type Weight } from './weight.ts';

/** Where a gram is, with the weight of each place. */
export type Starts = ReadonlyMap<number, Weight>;

/** A gram of a term in a group. */
export interface PlacedGram extends TermGram {
  /** By page of the group. */
  readonly pages: ReadonlyMap<number, Starts>;
}

export function placed({ gram, distance, postings }: FoundGram): PlacedGram {
  return { gram, distance, pages: startsByPage(postings) };
}

export function startsByPage(postings: readonly Posting[]): PlacedGram['pages'] {
  return new Map(postings.map((one) => [one.page, startsOn(one)]));
}

/**
 * Where a page holds a gram.
 *
 * @throws Error where the index does not tell
 */
export function startsOn({ places }: Posting): Starts {
  // Only what has its places is asked for: without them a term would not be found, and nobody told.
  if (places === undefined) throw new Error('a gram without places');
  const { positions, weights: ofPlaces } = places;
  return new Map(positions.map((position, i) => [position, ofPlaces[i] ?? weights.text]));
}
