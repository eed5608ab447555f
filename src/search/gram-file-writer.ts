import { BitWriter } from './bit-writer.ts';
import type { GramPlaces } from './gram-places.ts';
import type { GroupText } from './group-text.ts';
import { isBesideReadings, type Gram } from './query/gram.ts';
import { riceParameter } from './query/bits.ts';
import {
  codedWeights,
  PARAMETER_BITS,
  pageParameter,
  placeParameter,
  usualWeight,
  type GroupSizes,
} from './query/gram-format.ts';
import { isInTitle, type Weight } from './query/weight.ts';
import { VarintWriter } from './varint-writer.ts';

interface PostingsFormat {
  /** For differences of pages. */
  readonly pageParameter: number;
  /** For amounts of unusual weight. */
  readonly amountParameter: number;
  /** Whether the places of all pages are written, and not of long ones alone. */
  readonly withPlaces: boolean;
  /** Whether all weights are usual, which need not be written. */
  readonly areUsual: boolean;
  readonly usual: number;
}

/** What a group puts into a file. */
export class GramFileWriter {
  readonly #text: GroupText;
  readonly #sizes: GroupSizes;
  readonly #bits = new BitWriter();
  #last: Gram = [];
  #count = 0;

  constructor(text: GroupText) {
    this.#text = text;
    this.#sizes = sizesOf(text);
  }

  /**
   * @param places - not empty
   * @param withPlaces - whether they are written of all pages
   */
  add(gram: Gram, places: GramPlaces, withPlaces: boolean): void {
    this.#addName(gram);
    const count = countPages(places);
    const usual = usualWeight(gram);
    const areUsual = areAll(places, usual);
    const amountParameter = areUsual ? 0 : riceParameter(amountOf(places) / count);
    this.#bits.gamma(count);
    this.#bits.bits(withPlaces ? 1 : 0, 1);
    this.#bits.bits(areUsual ? 0 : 1, 1);
    if (!areUsual && !withPlaces) this.#bits.bits(amountParameter, PARAMETER_BITS);
    const parameters = { pageParameter: pageParameter(this.#sizes, count), amountParameter };
    this.#addPostings(places, { ...parameters, withPlaces, areUsual, usual });
  }

  finish(): Uint8Array {
    const bits = this.#bits.finish();
    const { pages, length } = this.#sizes;
    const longPages = increases(this.#text.longPages);
    // The numbers before the bits take a few bytes each.
    const file = new VarintWriter(bits.length + 4 * (longPages.length + 5));
    for (const size of [pages, length, longPages.length, ...longPages]) file.add(size);
    file.add(this.#count);
    file.add(bits.length);
    file.append(bits);
    return file.bytes();
  }

  #addName(gram: Gram): void {
    const isBeside = isBesideReadings(gram);
    const isLikeLast =
      gram.length === this.#last.length && isBeside === isBesideReadings(this.#last);
    const start = isBeside ? 1 : 0;
    const before = isLikeLast ? (this.#last[start] ?? 0) : 0;
    this.#last = gram;
    this.#count += 1;
    this.#bits.bits(isLikeLast ? 1 : 0, 1);
    if (!isLikeLast) {
      this.#bits.bits(gram.length - start, 3);
      this.#bits.bits(isBeside ? 1 : 0, 1);
    }
    this.#bits.gamma((gram[start] ?? 0) - before + 1);
    for (let i = start + 1; i < gram.length; i += 1) this.#bits.sized(gram[i] ?? 0);
  }

  #addPostings({ columns, from: first, to: end }: GramPlaces, format: PostingsFormat): void {
    const { pages } = columns;
    const { longPages } = this.#text;
    const { amountParameter, withPlaces, usual } = format;
    const onPage = { columns, from: first, to: first };
    for (let last = -1; onPage.from < end; onPage.from = onPage.to) {
      const page = pages[onPage.from] ?? 0;
      while (onPage.to < end && pages[onPage.to] === page) onPage.to += 1;
      this.#bits.rice(page - last - 1, format.pageParameter);
      const areUsual = format.areUsual || areAll(onPage, usual);
      if (!format.areUsual) this.#bits.bits(areUsual ? 1 : 0, 1);
      if (withPlaces || longPages.has(page)) {
        this.#addPlaces(onPage, areUsual);
      } else if (areUsual) {
        this.#bits.gamma(onPage.to - onPage.from);
      } else {
        this.#bits.bits(hasTitle(onPage) ? 1 : 0, 1);
        this.#bits.rice(amountOf(onPage), amountParameter);
      }
      last = page;
    }
  }

  /** @param places - all on one page */
  #addPlaces(
    { columns: { places, pages, weights }, from, to }: GramPlaces,
    areUsual: boolean,
  ): void {
    this.#bits.gamma(to - from);
    const parameter = placeParameter(this.#sizes, to - from);
    let last = (this.#text.starts[pages[from] ?? 0] ?? 0) - 1;
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      this.#bits.rice(place - last - 1, parameter);
      last = place;
    }
    if (areUsual) return;
    for (let i = from; i < to; i += 1) this.#bits.bits(weightCodes[weights[i] ?? 0] ?? 0, 3);
  }
}

function countPages({ columns: { pages }, from, to }: GramPlaces): number {
  let found = 1;
  for (let i = from + 1; i < to; i += 1) if (pages[i] !== pages[i - 1]) found += 1;
  return found;
}

function areAll({ columns: { weights }, from, to }: GramPlaces, weight: number): boolean {
  for (let i = from; i < to; i += 1) if (weights[i] !== weight) return false;
  return true;
}

function amountOf({ columns: { weights }, from, to }: GramPlaces): number {
  let amount = 0;
  for (let i = from; i < to; i += 1) amount += weights[i] ?? 0;
  return amount;
}

function hasTitle({ columns: { weights }, from, to }: GramPlaces): boolean {
  for (let i = from; i < to; i += 1) if (isInTitle((weights[i] ?? 0) as Weight)) return true;
  return false;
}

function sizesOf({ starts, letters }: GroupText): GroupSizes {
  const pages = Math.max(1, starts.length);
  return { pages, length: Math.ceil(letters.length / pages) };
}

function increases(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].map((number, i, all) => number - (all[i - 1] ?? 0));
}

/** By weight: its three bits. */
const weightCodes = new Uint8Array(256);
codedWeights.forEach((weight, code) => {
  weightCodes[weight] = code;
});
