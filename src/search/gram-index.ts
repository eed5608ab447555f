import type { BundleShape } from './bundle-index.ts';
import { GramFileWriter } from './gram-file-writer.ts';
import { orderOfLonger, orderOfNone, type GramOrder } from './gram-order.ts';
import {
  columnsOf,
  partBeside,
  spareFor,
  type GramPlaces,
  type PlaceColumns,
} from './gram-places.ts';
import { groupText, nameAt, namesOf, textAt, type GramPage, type GroupText } from './group-text.ts';
import { besideReadings, fileOf, LONGEST_GRAM, type Gram } from './query/gram.ts';

/**
 * A gram that stands more often than once in so many characters of its group is told by longer ones: of
 * these there are always few, however long the texts are.
 */
const FREQUENT_IN = 1300;
/** Where texts are short: more often than so many times on a page, on average. */
const FEW_ON_A_PAGE = 3;

/** The grams of a group. */
export interface GramIndex {
  /** What the group puts into each file of its bundle, as `query/gram-file.ts` has it. */
  readonly files: readonly Uint8Array[];
  /** The frequent ones, as text. */
  readonly frequent: readonly string[];
}

/**
 * The grams of pages.
 *
 * Those of the length of the bundle have their places, and shorter ones the amount on each page. In a
 * large bundle frequent ones have no places, either: instead of these each is there again together
 * with the character before it, and with the one behind it, and so on. So no gram takes much to load.
 */
export function gramIndex(pages: readonly GramPage[], shape: BundleShape): GramIndex {
  const text = groupText(pages);
  const writers = Array.from({ length: shape.files }, () => new GramFileWriter(text));
  const frequentGrams: string[] = [];
  const add: AddGram = (gram, places, withPlaces) => {
    writers[fileOf(gram, shape)]?.add(gram, places, withPlaces);
  };
  let order = orderOfNone(text);
  let marks: Uint8Array | undefined;
  for (let length = 1; length <= LONGEST_GRAM; length += 1) {
    order = orderOfLonger(text, order, marks);
    const grams = { text, length, order };
    if (length < shape.gramLength) {
      addShort(grams, shape, add);
    } else {
      const frequent = addLong(grams, frequencyLimit(grams, shape), add);
      if (frequent === undefined) break;
      frequentGrams.push(...frequent.grams);
      // Of longer ones only those that a frequent one is part of. Whatever is frequent among these has
      // parts that are: they stand at least as often, and the limit is the same.
      marks = frequent.marks;
    }
  }
  return { files: writers.map((writer) => writer.finish()), frequent: frequentGrams };
}

type AddGram = (gram: Gram, places: GramPlaces, withPlaces: boolean) => void;

/** The grams of a length. */
interface Grams {
  readonly text: GroupText;
  readonly length: number;
  readonly order: GramOrder;
}

/** Of these nobody needs to know what stands beside readings. */
function addShort(grams: Grams, { gramLength }: BundleShape, add: AddGram): void {
  eachGram(grams, (gram, { plain }) => {
    if (plain.from < plain.to) add(gram, plain, gramLength === 2);
  });
}

/** The frequent grams of one length. */
interface FrequentOfLength {
  /** As text. */
  readonly grams: readonly string[];
  /** By place: 1 where one of them begins. */
  readonly marks: Uint8Array;
}

/**
 * @param limit - how often a gram may stand in the group without being frequent
 * @returns the frequent ones among these; undefined where there is none
 */
function addLong(grams: Grams, limit: number, add: AddGram): FrequentOfLength | undefined {
  const { text, length } = grams;
  const found: string[] = [];
  let marks: Uint8Array | undefined;
  eachGram(grams, (gram, { all, plain, beside }) => {
    const isFrequent = all.to - all.from > limit;
    if (isFrequent) {
      const { places } = all.columns;
      found.push(textAt(text, places[all.from] ?? 0, length));
      marks ??= new Uint8Array(text.letters.length);
      for (let i = all.from; i < all.to; i += 1) marks[places[i] ?? 0] = 1;
    }
    if (plain.from < plain.to) add(gram, plain, !isFrequent);
    if (beside.from < beside.to) add(besideReadings(gram), beside, !isFrequent);
  });
  return marks && { grams: found, marks };
}

/**
 * How often a gram may stand in a group without being frequent. It does not fall with the length: a gram
 * is never more frequent than its parts, which is what the order of longer ones relies on.
 */
function frequencyLimit({ text, length }: Grams, { gramLength }: BundleShape): number {
  if (gramLength === 2 || length === LONGEST_GRAM) return Infinity;
  return Math.max(FEW_ON_A_PAGE * text.starts.length, text.letters.length / FREQUENT_IN);
}

/** The places of a gram: those beside readings behind all others. */
interface PlacesOfGram {
  readonly all: GramPlaces;
  readonly plain: GramPlaces;
  readonly beside: GramPlaces;
}

/**
 * Goes through grams in order.
 *
 * @param visit - is given places that are valid until it returns
 */
function eachGram(
  { text, length, order }: Grams,
  visit: (gram: Gram, ofGram: PlacesOfGram) => void,
): void {
  const { places, begins } = order;
  const columns = columnsOf(text, length, order);
  const spare = spareFor(order);
  const names = namesOf(text, length, order);
  const [all, plain, beside] = [windowOf(columns), windowOf(columns), windowOf(columns)];
  const ofGram = { all, plain, beside };
  for (let from = 0, nth = 0; from < places.length; nth += 1) {
    let to = from + 1;
    while (to < places.length && begins[to] !== 1) to += 1;
    all.from = plain.from = from;
    all.to = beside.to = to;
    plain.to = beside.from = partBeside(all, spare);
    visit(nameAt(names, nth, length), ofGram);
    from = to;
  }
}

function windowOf(columns: PlaceColumns): { columns: PlaceColumns; from: number; to: number } {
  return { columns, from: 0, to: 0 };
}
