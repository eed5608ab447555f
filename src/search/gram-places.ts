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
 * The columns of an order: one pass over all of it, since what is written of a place lies anywhere in
 * the text, and has to be waited for where it is asked for gram by gram.
 *
 * @param length - of its grams
 */
export function columnsOf(text: GroupText, length: number, { places }: GramOrder): PlaceColumns {
  const byPlace = weightsOfGrams(text, length);
  const columns = roomFor(places.length);
  // The order itself stays as it is.
  columns.places.set(places);
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    columns.pages[i] = text.pages[place] ?? 0;
    columns.weights[i] = byPlace[place] ?? 0;
  }
  return columns;
}

/** Columns of so many places, all of them 0. */
export function roomFor(count: number): PlaceColumns {
  return {
    places: new Uint32Array(count),
    pages: new Uint16Array(count),
    weights: new Uint8Array(count),
  };
}

/**
 * Puts the places of a gram that stand beside readings behind all others.
 *
 * @param spare - room for all of them
 * @returns where these begin
 */
export function partBeside({ columns, from, to }: GramPlaces, spare: PlaceColumns): number {
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
