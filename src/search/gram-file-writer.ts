import { BitWriter } from './bit-writer.ts';
import type { GroupText } from './group-text.ts';
import type { Gram } from './query/gram.ts';
import {
  codedWeights,
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
  readonly parameter: number;
  readonly withPlaces: boolean;
  /** The weight that need not be written. */
  readonly usual: number;
}

/** What a group puts into a file. */
export class GramFileWriter {
  readonly #text: GroupText;
  readonly #gramLength: number;
  readonly #sizes: GroupSizes;
  readonly #list = new VarintWriter();
  readonly #bits = new BitWriter();
  #last: Gram = [];

  /** @param gramLength - such grams and longer ones have their places */
  constructor(text: GroupText, gramLength: number) {
    this.#text = text;
    this.#gramLength = gramLength;
    this.#sizes = sizesOf(text);
  }

  add(gram: Gram, all: GramPlaces): void {
    const before = this.#last.length === gram.length ? (this.#last[0] ?? 0) : 0;
    this.#last = gram;
    const withPlaces = gram.length >= this.#gramLength || this.#haveSomePlaces(all);
    this.#list.add(8 * ((gram[0] ?? 0) - before) + (withPlaces ? 4 : 0) + (gram.length & 3));
    for (let i = 1; i < gram.length; i += 1) this.#list.add(gram[i] ?? 0);
    const count = this.#countPages(all);
    this.#list.add(count);
    const format = { parameter: pageParameter(this.#sizes, count), withPlaces };
    this.#addPostings(all, { ...format, usual: usualWeight(gram.length) });
  }

  finish(): Uint8Array {
    const postings = this.#bits.finish();
    const { pages, length } = this.#sizes;
    const file = new VarintWriter();
    for (const size of [pages, length, this.#list.length, postings.length]) file.add(size);
    file.append(this.#list.bytes());
    file.append(postings);
    return file.bytes();
  }

  #haveSomePlaces({ places, from, to }: GramPlaces): boolean {
    const { pages, hasPlaces } = this.#text;
    for (let i = from; i < to; i += 1) if (hasPlaces[pages[places[i] ?? 0] ?? 0]) return true;
    return false;
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

  #addPostings(all: GramPlaces, { parameter, withPlaces, usual }: PostingsFormat): void {
    const { pages } = this.#text;
    const { places, gramWeights } = all;
    let last = -1;
    for (let from = all.from; from < all.to;) {
      const page = pages[places[from] ?? 0] ?? 0;
      let to = from;
      let areUsual = true;
      for (; to < all.to && pages[places[to] ?? 0] === page; to += 1) {
        areUsual &&= gramWeights[places[to] ?? 0] === usual;
      }
      this.#bits.rice(page - last - 1, parameter);
      this.#bits.bits(areUsual ? 1 : 0, 1);
      const onPage = { places, from, to, gramWeights };
      if (withPlaces) this.#addPlaces(onPage, page, areUsual);
      else if (areUsual) this.#bits.gamma(to - from);
      else this.#addAmount(onPage);
      last = page;
      from = to;
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

  #addAmount({ places, from, to, gramWeights }: GramPlaces): void {
    let amount = 0;
    let inTitle = false;
    for (let i = from; i < to; i += 1) {
      const weight = gramWeights[places[i] ?? 0] ?? 0;
      amount += weight;
      inTitle ||= isInTitle(weight as Weight);
    }
    this.#bits.bits(inTitle ? 1 : 0, 1);
    this.#bits.gamma(amount);
  }
}

function sizesOf({ starts, letters }: GroupText): GroupSizes {
  const pages = Math.max(1, starts.length);
  return { pages, length: Math.ceil(letters.length / pages) };
}

/** By weight: its three bits. */
const weightCodes = new Uint8Array(256);
codedWeights.forEach((weight, code) => {
  weightCodes[weight] = code;
});
