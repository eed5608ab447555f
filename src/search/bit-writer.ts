import { LONGEST, RAW_BITS } from './query/bits.ts';

/** Writes numbers as `query/bits.ts` reads them. */
export class BitWriter {
  #bytes = new Uint8Array(64);
  #length = 0;
  /** Bits that do not make a byte yet. */
  #pending = 0;
  #pendingCount = 0;

  bits(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const taken = Math.min(left, 8 - this.#pendingCount);
      this.#pending = (this.#pending << taken) | ((value >> (left - taken)) & ((1 << taken) - 1));
      this.#pendingCount += taken;
      left -= taken;
      if (this.#pendingCount === 8) this.#flush();
    }
  }

  rice(value: number, parameter: number): void {
    const quotient = value >> parameter;
    if (quotient >= LONGEST) {
      this.bits(2 ** LONGEST - 1, LONGEST);
      this.bits(value, RAW_BITS);
    } else {
      this.bits(2 ** (quotient + 1) - 2, quotient + 1);
      this.bits(value, parameter);
    }
  }

  gamma(value: number): void {
    const length = 31 - Math.clz32(value);
    this.bits(2 ** (length + 1) - 2, length + 1);
    this.bits(value, length);
  }

  /** Filled up with zeros to a whole byte. */
  finish(): Uint8Array {
    if (this.#pendingCount > 0) this.bits(0, 8 - this.#pendingCount);
    return this.#bytes.subarray(0, this.#length);
  }

  #flush(): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = this.#pending;
    this.#length += 1;
    this.#pending = 0;
    this.#pendingCount = 0;
  }
}
