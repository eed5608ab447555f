import type { BundleShape } from './bundle-index.ts';
import { GramFileWriter, type GramPlaces } from './gram-file-writer.ts';
import {
  endOfGram,
  gramAt,
  groupText,
  sortedPlaces,
  weightsOfGrams,
  type GramPage,
  type GroupText,
} from './group-text.ts';
import { besideReadings, fileOf, LONGEST_GRAM, type Gram } from './query/gram.ts';
import { weights } from './query/weight.ts';

/** A gram that stands more often on a page, on average of the group, is told by longer ones. */
const FREQUENT = 8;

/**
 * The grams of pages as `query/gram-file.ts` has them: for each file what this group puts in it.
 *
 * Those of the length of the bundle have their places, and shorter ones the amount on each page. In a
 * large bundle frequent ones have no places, either: instead of these each is there again together
 * with the character before it, and with the one behind it, and so on. So no gram takes much to load.
 */
export function gramIndex(pages: readonly GramPage[], shape: BundleShape): readonly Uint8Array[] {
  const text = groupText(pages);
  const writers = Array.from({ length: shape.files }, () => new GramFileWriter(text));
  const add: AddGram = (gram, all, withPlaces) => {
    if (all.to > all.from) writers[fileOf(gram, shape)]?.add(gram, all, withPlaces);
  };
  for (let length = 1; length < shape.gramLength; length += 1) addShort(text, length, shape, add);
  let isWanted: AtPlace | undefined = () => true;
  for (let length: number = shape.gramLength; isWanted !== undefined; length += 1) {
    const limit = frequencyLimit(length, shape, pages.length);
    const frequent = addLong(text, length, { isWanted, limit }, add);
    isWanted = frequent && ((place) => frequent[place] === 1 || frequent[place + 1] === 1);
  }
  return writers.map((writer) => writer.finish());
}

type AddGram = (gram: Gram, all: GramPlaces, withPlaces: boolean) => void;

/** Of these nobody needs to know what stands beside readings. */
function addShort(
  text: GroupText,
  length: number,
  { gramLength }: BundleShape,
  add: AddGram,
): void {
  const gramWeights = weightsOfGrams(text, length);
  const isWanted: AtPlace = (place) => gramWeights[place] !== weights.besideReading;
  for (const { gram, all } of gramsOf(text, gramWeights, length, isWanted)) {
    add(gram, all, gramLength === 2);
  }
}

/** @returns by place, whether one that is frequent begins there; undefined where none is */
function addLong(
  text: GroupText,
  length: number,
  { isWanted, limit }: { readonly isWanted: AtPlace; readonly limit: number },
  add: AddGram,
): Uint8Array | undefined {
  let frequent: Uint8Array | undefined;
  for (const { gram, all } of gramsOf(text, weightsOfGrams(text, length), length, isWanted)) {
    const isFrequent = all.to - all.from > limit;
    if (isFrequent) {
      frequent ??= new Uint8Array(text.letters.length);
      for (let i = all.from; i < all.to; i += 1) frequent[all.places[i] ?? 0] = 1;
    }
    const middle = partition(all);
    add(gram, { ...all, to: middle }, !isFrequent);
    add(besideReadings(gram), { ...all, from: middle }, !isFrequent);
  }
  return frequent;
}

/** How often a gram may stand in a group without being frequent. */
function frequencyLimit(length: number, { gramLength }: BundleShape, pages: number): number {
  return gramLength === 2 || length === LONGEST_GRAM ? Infinity : FREQUENT * pages;
}

type AtPlace = (place: number) => boolean;

/** The grams of a length, each with its places. */
function* gramsOf(
  text: GroupText,
  gramWeights: Uint8Array,
  length: number,
  isWanted: AtPlace,
): Generator<{ readonly gram: Gram; readonly all: GramPlaces }> {
  const places = sortedPlaces(text, length, isWanted);
  for (let from = 0; from < places.length;) {
    const to = endOfGram(text, length, places, from);
    const gram = gramAt(text, places[from] ?? 0, length);
    yield { gram, all: { places, from, to, gramWeights } };
    from = to;
  }
}

/**
 * Puts the places of a gram beside readings behind all others, each in order.
 *
 * @returns where they begin
 */
function partition({ places, from, to, gramWeights }: GramPlaces): number {
  const beside: number[] = [];
  let middle = from;
  for (let i = from; i < to; i += 1) {
    const place = places[i] ?? 0;
    if (gramWeights[place] === weights.besideReading) {
      beside.push(place);
    } else {
      places[middle] = place;
      middle += 1;
    }
  }
  places.set(beside, middle);
  return middle;
}
