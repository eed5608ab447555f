/** Reads the few kinds of CBOR (RFC 8949) that Pagefind writes: whole numbers, texts, arrays. */
export class CborReader {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The length of an array, whose items come next. */
  array(): number {
    return this.#head(ARRAY);
  }

  text(): string {
    const length = this.#head(TEXT);
    const start = this.#offset;
    this.#offset += length;
    if (this.#offset > this.#bytes.length) throw new Error('CBOR: ends within a text');
    return this.#decoder.decode(this.#bytes.subarray(start, this.#offset));
  }

  integer(): number {
    const isNegative = this.#byte(this.#offset) >> 5 === NEGATIVE;
    const value = this.#head(isNegative ? NEGATIVE : UNSIGNED);
    return isNegative ? -1 - value : value;
  }

  expectArray(length: number): void {
    const found = this.array();
    if (found !== length) throw new Error(`CBOR: an array of ${found}, expected one of ${length}`);
  }

  expectEnd(): void {
    if (this.#offset !== this.#bytes.length) throw new Error('CBOR: goes on behind its end');
  }

  /** RFC 8949, section 3: five bits of the first byte, or the one, two or four bytes behind it. */
  #head(expected: number): number {
    const first = this.#byte(this.#offset);
    this.#offset += 1;
    const majorType = first >> 5;
    if (majorType !== expected) throw new Error(`CBOR: type ${majorType}, expected ${expected}`);
    const short = first & 31;
    if (short < 24) return short;
    if (short > 26) throw new Error(`CBOR: a length of kind ${short}`);
    let value = 0;
    for (let left = 1 << (short - 24); left > 0; left -= 1) {
      value = value * 256 + this.#byte(this.#offset);
      this.#offset += 1;
    }
    return value;
  }

  #byte(offset: number): number {
    const byte = this.#bytes[offset];
    if (byte === undefined) throw new Error('CBOR: ends too early');
    return byte;
  }
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;
