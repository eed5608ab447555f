import { LONGEST, NUMBER_SIZES, RAW_BITS } from './query/bits.ts';

/** Writes numbers as `query/bits.ts` reads them. */
export class BitWriter {
  #bytes = new Uint8Array(256);
  #length = 0;
  /** Bits that do not make a byte yet. */
  #pending = 0;
  #pendingCount = 0;

  bits(value: number, count: number): void {
    if (count > HALF) {
      this.bits(value >> HALF, count - HALF);
      this.bits(value, HALF);
      return;
    }
    this.#pending = (this.#pending << count) | (value & ((1 << count) - 1));
    this.#pendingCount += count;
    while (this.#pendingCount >= 8) {
      this.#pendingCount -= 8;
      this.#addByte(this.#pending >> this.#pendingCount);
    }
    this.#pending &= (1 << this.#pendingCount) - 1;
  }

  rice(value: number, parameter: number): void {
    const quotient = value >> parameter;
    if (quotient >= LONGEST) {
      this.bits((1 << LONGEST) - 1, LONGEST);
      this.bits(value, RAW_BITS);
    } else {
      this.#afterOnes(quotient, value, parameter);
    }
  }

  gamma(value: number): void {
    const length = 31 - Math.clz32(value);
    this.#afterOnes(length, value, length);
  }

  sized(value: number): void {
    const last = NUMBER_SIZES.length - 1;
    let [size, rest] = [0, value];
    for (; size < last && rest >= 1 << (NUMBER_SIZES[size] ?? 0); size += 1) {
      rest -= 1 << (NUMBER_SIZES[size] ?? 0);
    }
    this.bits((1 << size) - 1, size);
    if (size < last) this.bits(0, 1);
    this.bits(rest, NUMBER_SIZES[size] ?? 0);
  }

  /** Filled up with zeros to a whole byte. */
  finish(): Uint8Array {
    if (this.#pendingCount > 0) this.bits(0, 8 - this.#pendingCount);
    return this.#bytes.subarray(0, this.#length);
  }

  /** So many ones, a zero, and the last bits of a number. */
  #afterOnes(ones: number, value: number, count: number): void {
    const head = (1 << (ones + 1)) - 2;
    if (ones + 1 + count <= HALF) {
      this.bits((head << count) | (value & ((1 << count) - 1)), ones + 1 + count);
    } else {
      this.bits(head, ones + 1);
      this.bits(value, count);
    }
  }

  #addByte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** As many bits at once leave room for those that are pending. */
const HALF = 16;
