import type { Gram } from './gram.ts';
import { GramReader, type Posting } from './gram-reader.ts';
import { VarintReader } from './varint.ts';

/**
 * The grams of each group of a file, which is as `gram-format.ts` has it, in order.
 *
 * @throws RangeError where it is no such file; readers throw it for what is wrong in a group
 */
export function* groupsIn(bytes: Uint8Array): Generator<GramReader> {
  const reader = new VarintReader(bytes);
  while (!reader.isAtEnd) {
    const sizes = { pages: reader.next(), length: reader.next() };
    const longPages = increasing(reader);
    const [count, length] = [reader.next(), reader.next()];
    yield new GramReader(reader.bytes(length), { sizes, longPages, count });
  }
}

/** How many numbers there are, and the difference of each to the one before. */
function increasing(reader: VarintReader): ReadonlySet<number> {
  const numbers = new Set<number>();
  let last = 0;
  for (let left = reader.next(); left > 0; left -= 1) numbers.add((last += reader.next()));
  return numbers;
}

/**
 * What the pages of each group of a file hold of a gram; undefined where there is none.
 *
 * @throws RangeError where it is no such file
 */
export function gramIn(bytes: Uint8Array, wanted: Gram): readonly Postings[] {
  return Array.from(groupsIn(bytes), (grams) => {
    while (grams.next()) {
      const { gram } = grams;
      const isWanted = gram.length === wanted.length && gram.every((n, i) => n === wanted[i]);
      if (isWanted) return grams.postings();
    }
    return undefined;
  });
}

/** Of a group. */
export type Postings = readonly Posting[] | undefined;
