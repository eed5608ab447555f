/**
 * Reads whole numbers from bits, the highest of a byte first, in three codes: Elias's γ; Rice's with a
 * parameter, of which a number takes about that many bits and two more where it is about 2 to the
 * power of it; and one of a few sizes, for what is small or large.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  /** Of the next bit. */
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws RangeError where the bytes end before */
  bits(count: number): number {
    let value = 0;
    for (let left = count; left > 0;) {
      const byte = this.#bytes[this.#place >> 3];
      if (byte === undefined) throw new RangeError('bits end too early');
      const inByte = 8 - (this.#place & 7);
      const taken = Math.min(left, inByte);
      value = (value << taken) | ((byte >> (inByte - taken)) & ((1 << taken) - 1));
      this.#place += taken;
      left -= taken;
    }
    return value;
  }

  /** From 0 on, below 2³⁰. */
  rice(parameter: number): number {
    const quotient = this.#ones(LONGEST);
    return quotient === LONGEST
      ? this.bits(RAW_BITS)
      : (quotient << parameter) + this.bits(parameter);
  }

  /** From 1 on, below 2³⁰. */
  gamma(): number {
    const length = this.#ones(RAW_BITS);
    return (1 << length) + this.bits(length);
  }

  /** From 0 on, below 2²¹: each size begins where the one before ends. */
  sized(): number {
    const size = this.#ones(NUMBER_SIZES.length - 1);
    let before = 0;
    for (let i = 0; i < size; i += 1) before += 1 << (NUMBER_SIZES[i] ?? 0);
    return before + this.bits(NUMBER_SIZES[size] ?? 0);
  }

  /** How many ones stand before the next zero; the longest row of them does without. */
  #ones(longest: number): number {
    let count = 0;
    while (count < longest && this.bits(1) === 1) count += 1;
    return count;
  }
}

/** A quotient of so many and more is not written in ones: the number stands behind them as it is. */
export const LONGEST = 24;
export const RAW_BITS = 30;

/** In bits. */
export const NUMBER_SIZES = [7, 8, 15, 21] as const;

/** The parameter for numbers that are so large on average. */
export function riceParameter(average: number): number {
  const size = Math.floor(average * Math.LN2 + 0.5);
  // The binary logarithm, rounded down.
  return size === 0 ? 0 : 31 - Math.clz32(size);
}
