import { BitWriter } from './bit-writer.ts';
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
} from './query/gram-file.ts';
import { isInTitle, type Weight } from './query/weight.ts';
import { VarintWriter } from './varint-writer.ts';

/** The places of a gram, in order: a stretch of those of all grams. */
export interface GramPlaces {
  readonly places: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** By place. */
  readonly gramWeights: Uint8Array;
}

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

  /** @param withPlaces - whether the places are written of all pages */
  add(gram: Gram, all: GramPlaces, withPlaces: boolean): void {
    this.#addName(gram);
    const count = this.#countPages(all);
    const usual = usualWeight(gram);
    const areUsual = areAll(all, usual);
    const amountParameter = riceParameter(amountOf(all) / count);
    this.#bits.gamma(count);
    this.#bits.bits(withPlaces ? 1 : 0, 1);
    this.#bits.bits(areUsual ? 0 : 1, 1);
    if (!areUsual && !withPlaces) this.#bits.bits(amountParameter, PARAMETER_BITS);
    const parameters = { pageParameter: pageParameter(this.#sizes, count), amountParameter };
    this.#addPostings(all, { ...parameters, withPlaces, areUsual, usual });
  }

  finish(): Uint8Array {
    const bits = this.#bits.finish();
    const { pages, length } = this.#sizes;
    const longPages = increases(this.#text.longPages);
    const file = new VarintWriter();
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

  #countPages({ places, from, to }: GramPlaces): number {
    const { pages } = this.#text;
    let count = 0;
    let last = -1;
    for (let i = from; i < to; i += 1) {
      const page = pages[places[i] ?? 0] ?? 0;
      if (page !== last) count += 1;
      last = page;
    }
    return count;
  }

  /** Those places from one on that are on the same page. */
  #onPage({ places, gramWeights, to: end }: GramPlaces, from: number): GramPlaces {
    const { pages } = this.#text;
    const page = pages[places[from] ?? 0];
    let to = from + 1;
    while (to < end && pages[places[to] ?? 0] === page) to += 1;
    return { places, gramWeights, from, to };
  }

  #addPostings(all: GramPlaces, format: PostingsFormat): void {
    const { pages, longPages } = this.#text;
    const { amountParameter, withPlaces, usual } = format;
    let last = -1;
    for (let from = all.from; from < all.to;) {
      const onPage = this.#onPage(all, from);
      const page = pages[all.places[from] ?? 0] ?? 0;
      this.#bits.rice(page - last - 1, format.pageParameter);
      const areUsual = format.areUsual || areAll(onPage, usual);
      if (!format.areUsual) this.#bits.bits(areUsual ? 1 : 0, 1);
      if (withPlaces || longPages.has(page)) this.#addPlaces(onPage, page, areUsual);
      else if (areUsual) this.#bits.gamma(onPage.to - onPage.from);
      else this.#addAmount(onPage, amountParameter);
      last = page;
      from = onPage.to;
    }
  }

  #addPlaces(onPage: GramPlaces, page: number, areUsual: boolean): void {
    const { places, from, to, gramWeights } = onPage;
    this.#bits.gamma(to - from);
    const parameter = placeParameter(this.#sizes, to - from);
    let last = (this.#text.starts[page] ?? 0) - 1;
    for (let i = from; i < to; i += 1) {
      const place = places[i] ?? 0;
      this.#bits.rice(place - last - 1, parameter);
      last = place;
    }
    if (areUsual) return;
    for (let i = from; i < to; i += 1) {
      this.#bits.bits(weightCodes[gramWeights[places[i] ?? 0] ?? 0] ?? 0, 3);
    }
  }

  #addAmount(onPage: GramPlaces, parameter: number): void {
    this.#bits.bits(hasTitle(onPage) ? 1 : 0, 1);
    this.#bits.rice(amountOf(onPage), parameter);
  }
}

function areAll({ places, from, to, gramWeights }: GramPlaces, weight: number): boolean {
  for (let i = from; i < to; i += 1) if (gramWeights[places[i] ?? 0] !== weight) return false;
  return true;
}

function amountOf({ places, from, to, gramWeights }: GramPlaces): number {
  let amount = 0;
  for (let i = from; i < to; i += 1) amount += gramWeights[places[i] ?? 0] ?? 0;
  return amount;
}

function hasTitle({ places, from, to, gramWeights }: GramPlaces): boolean {
  for (let i = from; i < to; i += 1) {
    if (isInTitle((gramWeights[places[i] ?? 0] ?? 0) as Weight)) return true;
  }
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
