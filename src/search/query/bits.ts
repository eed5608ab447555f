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

  /**
   * @param count - up to 30
   * @throws RangeError where the bytes end before
   */
  bits(count: number): number {
    if (count === 0) return 0;
    const value = this.#next32() >>> (32 - count);
    this.#pass(count);
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
    const count = Math.min(Math.clz32(~this.#next32()), longest);
    this.#pass(count < longest ? count + 1 : count);
    return count;
  }

  /** The next 32 bits, zeros where there are no more. */
  #next32(): number {
    const bytes = this.#bytes;
    const first = this.#place >> 3;
    const passed = this.#place & 7;
    const four =
      ((bytes[first] ?? 0) << 24) |
      ((bytes[first + 1] ?? 0) << 16) |
      ((bytes[first + 2] ?? 0) << 8) |
      (bytes[first + 3] ?? 0);
    return (four << passed) | ((bytes[first + 4] ?? 0) >> (8 - passed));
  }

  #pass(count: number): void {
    this.#place += count;
    if (this.#place > 8 * this.#bytes.length) throw new RangeError('bits end too early');
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
