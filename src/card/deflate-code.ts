import { canonicalCodes, codeLengths } from './huffman.ts';

/** A byte, or `matchOf` what stands before: what a deflated stream (RFC 1951) is made of. */
export type Token = number;

/** @param length - bytes, from 3 to 258, that are those so many (up to 32,768) before */
export function matchOf(length: number, distance: number): Token {
  return (length << 16) | distance;
}

/** Up to 24 bits of a stream in the lower bytes, the first one the lowest; above, how many. */
export type Bits = number;

/** A code for tokens, with the same meaning in each stream that begins with its header. */
export interface DeflateCode {
  /** Of the one block of a stream. */
  readonly header: readonly Bits[];
  readonly end: Bits;
  readonly put: (token: Token, into: { put: (bits: Bits) => void }) => void;
  /** How many bits a byte takes, or a match of each length, its distance apart; and that. */
  readonly byteCosts: Uint8Array;
  readonly lengthCosts: Uint8Array;
  readonly distanceCost: (distance: number) => number;
}

/** How often each symbol occurs. */
export interface Frequencies {
  readonly literals: number[];
  readonly distances: number[];
}

const endOfBlock = 256;

/** Of one stream, with nothing in it. */
export function createFrequencies(): Frequencies {
  const literals = Array.from({ length: 286 }, (_, symbol) => (symbol === endOfBlock ? 1 : 0));
  return { literals, distances: Array.from({ length: 30 }, () => 0) };
}

export function count({ literals, distances }: Frequencies, token: Token): void {
  if (token < endOfBlock) {
    literals[token] = (literals[token] ?? 0) + 1;
    return;
  }
  const { symbol } = lengthSymbol(token >> 16);
  const { symbol: far } = distanceSymbol(token & 0xffff);
  literals[symbol] = (literals[symbol] ?? 0) + 1;
  distances[far] = (distances[far] ?? 0) + 1;
}

/** The code that takes the fewest bits for tokens that are as frequent, and has one for any other. */
export function createDeflateCode({ literals, distances }: Frequencies): DeflateCode {
  const literal = createTable(codeLengths(literals, 15));
  // With what follows it, no longer than bits may be.
  const distance = createTable(codeLengths(distances, 11));
  const bytes = Uint32Array.from({ length: 256 }, (_, byte) => literal.bits(byte));
  const lengths = Uint32Array.from({ length: 259 }, (_, length) =>
    length < 3 ? 0 : literal.extended(lengthSymbol(length)),
  );
  const bitsOfDistance = (of: number) => distance.extended(distanceSymbol(of));
  return {
    header: headerOf(literal.lengths, distance.lengths),
    end: literal.bits(endOfBlock),
    put(token, into) {
      if (token < endOfBlock) into.put(bytes[token] ?? 0);
      else {
        into.put(lengths[token >> 16] ?? 0);
        into.put(bitsOfDistance(token & 0xffff));
      }
    },
    byteCosts: Uint8Array.from(bytes, countOf),
    lengthCosts: Uint8Array.from(lengths, countOf),
    distanceCost: (of) => countOf(bitsOfDistance(of)),
  };
}

interface Table {
  readonly lengths: readonly number[];
  readonly bits: (symbol: number) => Bits;
  readonly extended: (extended: Extended) => Bits;
}

/** What stands for a length or a distance: a symbol, and bits that say which of its it is. */
interface Extended {
  readonly symbol: number;
  readonly extra: Bits;
}

function createTable(lengths: readonly number[]): Table {
  const codes = canonicalCodes(lengths);
  const bitsOf = (symbol: number) => bits(codes[symbol] ?? 0, lengths[symbol] ?? 0);
  return {
    lengths,
    bits: bitsOf,
    extended({ symbol, extra }) {
      const code = bitsOf(symbol);
      const value = (code & 0xffffff) | ((extra & 0xffffff) << countOf(code));
      return bits(value, countOf(code) + countOf(extra));
    },
  };
}

export function bits(value: number, count: number): Bits {
  return (count << 24) | value;
}

/** How many they are. */
export function countOf(of: Bits): number {
  return of >>> 24;
}

/** RFC 1951, section 3.2.5: eight symbols for the first lengths, then four for each doubling. */
function lengthSymbol(length: number): Extended {
  return length === 258 ? { symbol: 285, extra: 0 } : extended(length - 3, 4, 257);
}

function distanceSymbol(distance: number): Extended {
  return extended(distance - 1, 2, 0);
}

/** @param each - symbols for each doubling */
function extended(value: number, each: number, first: number): Extended {
  if (value < 2 * each) return { symbol: first + value, extra: 0 };
  const width = 31 - Math.clz32(value / each);
  const step = value >> width;
  return {
    symbol: first + each * width + step,
    extra: bits(value & ((1 << width) - 1), width),
  };
}

/** RFC 1951, section 3.2.7: the lengths of both codes, in a code of their own. */
function headerOf(literals: readonly number[], distances: readonly number[]): readonly Bits[] {
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const runs = runsOf([...literals, ...distances]);
  const counts = Array.from({ length: 19 }, (_, symbol) => {
    return runs.filter((run) => run.symbol === symbol).length;
  });
  const table = createTable(codeLengths(counts, 7));
  return [
    // The last block, with codes of its own, of 286, 30 and 19 symbols.
    bits(0b101, 3),
    bits(286 - 257, 5),
    bits(30 - 1, 5),
    bits(19 - 4, 4),
    ...order.map((symbol) => bits(table.lengths[symbol] ?? 0, 3)),
    ...runs.map(table.extended),
  ];
}

/** Lengths, of which three to six more like the one before are one symbol. */
function runsOf(lengths: readonly number[]): readonly Extended[] {
  const runs: Extended[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let same = 1;
    while (same < 7 && lengths[at + same] === length) same += 1;
    runs.push({ symbol: length, extra: 0 });
    if (same > 3) runs.push({ symbol: 16, extra: bits(same - 4, 2) });
    at += same > 3 ? same : 1;
  }
  return runs;
}
