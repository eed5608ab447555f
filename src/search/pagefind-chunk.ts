import { CborReader } from './cbor.ts';

/** Is told each place of each word: its page, its number on the page in words, its weight in 24ths. */
export type PlaceVisitor = (word: string, page: number, position: number, weight: number) => void;

/**
 * Reads an index chunk as Pagefind 1.6 writes it (`pagefind/src/index/index_words.rs` and
 * `positions_to_packed_page`): CBOR, page numbers and positions as differences, a change of weight as
 * a negative number before the positions that it holds for.
 *
 * @param bytes - uncompressed, behind the signature
 * @throws Error where they are anything else
 */
export function readPagefindChunk(bytes: Uint8Array, visit: PlaceVisitor): void {
  const reader = new CborReader(bytes);
  reader.expectArray(1);
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.expectArray(3);
    readWord(reader.text(), reader, visit);
    // Forms with other diacritics, which words of ours have none of.
    reader.expectArray(0);
  }
  reader.expectEnd();
}

function readWord(word: string, reader: CborReader, visit: PlaceVisitor): void {
  let page = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.expectArray(3);
    page += reader.integer();
    readPlaces(word, page, reader, visit);
    // Places in the metadata of the page.
    for (let skipped = reader.array(); skipped > 0; skipped -= 1) reader.integer();
  }
}

function readPlaces(word: string, page: number, reader: CborReader, visit: PlaceVisitor): void {
  let weight = UNMARKED_WEIGHT;
  let position = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    const value = reader.integer();
    if (value < 0) {
      weight = -value - 1;
      position = 0;
    } else {
      position += value;
      visit(word, page, position, weight);
    }
  }
}

const UNMARKED_WEIGHT = 25;
