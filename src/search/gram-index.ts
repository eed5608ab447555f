import type { BundleShape } from './bundle-index.ts';
import { GramFileWriter } from './gram-file-writer.ts';
import { GatheredPlaces } from './gathered-places.ts';
import { orderOfLonger, orderOfNone, type GramOrder } from './gram-order.ts';
import {
  gramAt,
  groupText,
  textAt,
  weightsOfGrams,
  type GramPage,
  type GroupText,
} from './group-text.ts';
import { besideReadings, fileOf, LONGEST_GRAM, type Gram } from './query/gram.ts';
import { weights } from './query/weight.ts';

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
  let frequent: FrequentOfLength | undefined;
  for (let length = 1; length <= LONGEST_GRAM; length += 1) {
    order = orderOfLonger(text, order);
    const grams = { text, length, order };
    if (length < shape.gramLength) {
      addShort(grams, shape, add);
    } else {
      const limit = frequencyLimit(grams, shape);
      frequent = addLong(grams, { frequent, limit }, add);
      if (frequent === undefined) break;
      frequentGrams.push(...frequent.grams);
    }
  }
  return { files: writers.map((writer) => writer.finish()), frequent: frequentGrams };
}

/** @param places - not empty */
type AddGram = (gram: Gram, places: GatheredPlaces, withPlaces: boolean) => void;

/** The grams of a length. */
interface Grams {
  readonly text: GroupText;
  readonly length: number;
  readonly order: GramOrder;
}

/** Of these nobody needs to know what stands beside readings. */
function addShort(grams: Grams, { gramLength }: BundleShape, add: AddGram): void {
  eachGram(grams, isAny, (gram, { plain }) => {
    if (plain.count > 0) add(gram, plain, gramLength === 2);
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
 * @param frequent - those that are shorter by a character: only grams that one of them is part of are
 *   added. Without it all are
 * @returns the frequent ones among these; undefined where there is none
 */
function addLong(
  grams: Grams,
  { frequent, limit }: { readonly frequent: FrequentOfLength | undefined; readonly limit: number },
  add: AddGram,
): FrequentOfLength | undefined {
  const { text, length } = grams;
  const isWanted: AtPlace =
    frequent === undefined
      ? isAny
      : (place) => frequent.marks[place] === 1 || frequent.marks[place + 1] === 1;
  const found: string[] = [];
  let marks: Uint8Array | undefined;
  eachGram(grams, isWanted, (gram, { first, plain, beside }) => {
    const isFrequent = plain.count + beside.count > limit;
    if (isFrequent) {
      found.push(textAt(text, first, length));
      marks ??= new Uint8Array(text.letters.length);
      plain.mark(marks);
      beside.mark(marks);
    }
    if (plain.count > 0) add(gram, plain, !isFrequent);
    if (beside.count > 0) add(besideReadings(gram), beside, !isFrequent);
  });
  return marks && { grams: found, marks };
}

type AtPlace = (place: number) => boolean;

const isAny: AtPlace = () => true;

/** How often a gram may stand in a group without being frequent. */
function frequencyLimit({ text, length }: Grams, { gramLength }: BundleShape): number {
  if (gramLength === 2 || length === LONGEST_GRAM) return Infinity;
  return Math.max(FEW_ON_A_PAGE * text.starts.length, text.letters.length / FREQUENT_IN);
}

/** The places of a gram. */
interface PlacesOfGram {
  /** The first of all. */
  readonly first: number;
  readonly beside: GatheredPlaces;
  /** All others. */
  readonly plain: GatheredPlaces;
}

/**
 * Goes through grams in order.
 *
 * @param isWanted - by any of its places: others are left out
 * @param visit - is given places that are valid until it returns
 */
function eachGram(
  { text, length, order: { places, begins } }: Grams,
  isWanted: AtPlace,
  visit: (gram: Gram, ofGram: PlacesOfGram) => void,
): void {
  const weightsByPlace = weightsOfGrams(text, length);
  const [plain, beside] = [new GatheredPlaces(), new GatheredPlaces()];
  for (let from = 0; from < places.length;) {
    let to = from + 1;
    while (to < places.length && begins[to] !== 1) to += 1;
    const first = places[from] ?? 0;
    if (isWanted(first)) {
      plain.clear();
      beside.clear();
      for (let i = from; i < to; i += 1) {
        const place = places[i] ?? 0;
        const weight = weightsByPlace[place] ?? 0;
        const gathered = weight === weights.besideReading ? beside : plain;
        gathered.add(place, text.pages[place] ?? 0, weight);
      }
      visit(gramAt(text, first, length), { first, plain, beside });
    }
    from = to;
  }
}
