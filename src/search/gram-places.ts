import type { GramOrder } from './gram-order.ts';
import { weightsOfGrams, type GroupText } from './group-text.ts';
import { weights as allWeights } from './query/weight.ts';

/** Places with what is written of each, side by side. */
export interface PlaceColumns {
  /** In characters from the beginning of the group's text. */
  readonly places: Uint32Array;
  readonly pages: Uint16Array;
  readonly weights: Uint8Array;
}

/** The places of a gram: a stretch of columns, half-open. */
export interface GramPlaces {
  readonly columns: PlaceColumns;
  readonly from: number;
  readonly to: number;
}

/**
 * The columns of an order. What is written of its places lies anywhere in the text, out of reach of the
 * processor's cache: one pass over all of them fetches many at a time, which gram by gram it could not.
 *
 * @param length - of its grams
 */
export function columnsOf(text: GroupText, length: number, { places }: GramOrder): PlaceColumns {
  const byPlace = weightsOfGrams(text, length);
  const columns = {
    // A copy: `partBeside` moves them, and the order of longer grams is made of this one.
    places: places.slice(),
    pages: new Uint16Array(places.length),
    weights: new Uint8Array(places.length),
  };
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    columns.pages[i] = text.pages[place] ?? 0;
    columns.weights[i] = byPlace[place] ?? 0;
  }
  return columns;
}

/** Room for places that are put aside. */
export type SparePlaces = Pick<PlaceColumns, 'places' | 'pages'>;

/** Room for the places of any gram of an order. */
export function spareFor({ begins }: GramOrder): SparePlaces {
  let longest = 0;
  for (let from = 0; from < begins.length;) {
    const next = begins.indexOf(1, from + 1);
    const to = next === -1 ? begins.length : next;
    longest = Math.max(longest, to - from);
    from = to;
  }
  return { places: new Uint32Array(longest), pages: new Uint16Array(longest) };
}

/**
 * Puts the places of a gram that stand beside readings behind all others.
 *
 * @param spare - room for all of them
 * @returns where these begin
 */
export function partBeside({ columns, from, to }: GramPlaces, spare: SparePlaces): number {
  const { places, pages, weights } = columns;
  let plain = from;
  let beside = 0;
  for (let i = from; i < to; i += 1) {
    if (weights[i] === allWeights.besideReading) {
      spare.places[beside] = places[i] ?? 0;
      spare.pages[beside] = pages[i] ?? 0;
      beside += 1;
    } else {
      if (beside > 0) {
        places[plain] = places[i] ?? 0;
        pages[plain] = pages[i] ?? 0;
        weights[plain] = weights[i] ?? 0;
      }
      plain += 1;
    }
  }
  for (let i = 0; i < beside; i += 1) {
    places[plain + i] = spare.places[i] ?? 0;
    pages[plain + i] = spare.pages[i] ?? 0;
    weights[plain + i] = allWeights.besideReading;
  }
  return plain;
}
