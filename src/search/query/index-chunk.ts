import { CborReader } from './cbor.ts';

/** The places of one word on one page. */
export interface Posting {
  /** The page's number in its index. */
  readonly page: number;
  /** Numbers of words from the page's beginning; not in order where their weights differ. */
  readonly positions: readonly number[];
  /** Of each position, in 24ths. */
  readonly weights: readonly number[];
}

/** The words of a chunk, in order, each with its pages in order. */
export type IndexChunk = ReadonlyMap<string, readonly Posting[]>;

/**
 * Reads an index chunk as Pagefind 1.6 writes it (`pagefind/src/index/index_words.rs` and
 * `positions_to_packed_page`): CBOR, page numbers and positions as differences, a change of weight as
 * a negative number before the positions that it holds for.
 *
 * @param bytes - uncompressed, behind the signature
 * @throws Error where they are anything else
 */
export function readIndexChunk(bytes: Uint8Array): IndexChunk {
  const reader = new CborReader(bytes);
  const words = new Map<string, readonly Posting[]>();
  reader.expectArray(1);
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.expectArray(3);
    const word = reader.text();
    words.set(word, readPostings(reader));
    // Forms with other diacritics, which words of ours have none of.
    reader.expectArray(0);
  }
  reader.expectEnd();
  return words;
}

function readPostings(reader: CborReader): Posting[] {
  const postings: Posting[] = [];
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.expectArray(3);
    page += reader.integer();
    postings.push({ page, ...readPlaces(reader) });
    // Places in the metadata of the page.
    for (let skipped = reader.array(); skipped > 0; skipped -= 1) reader.integer();
  }
  return postings;
}

function readPlaces(reader: CborReader): Omit<Posting, 'page'> {
  const positions: number[] = [];
  const weights: number[] = [];
  let weight = UNMARKED_WEIGHT;
  let position = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    const value = reader.integer();
    if (value < 0) {
      weight = -value - 1;
      position = 0;
    } else {
      position += value;
      positions.push(position);
      weights.push(weight);
    }
  }
  return { positions, weights };
}

const UNMARKED_WEIGHT = 25;
