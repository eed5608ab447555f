import { bits, type Bits } from './deflate-code.ts';

/** Bits into bytes, the first one the lowest. */
export class BitWriter {
  readonly #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  /** @param bytes - written from their beginning */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  put(parts: ArrayLike<Bits>, from = 0, to = parts.length): void {
    let [length, held, count] = [this.#length, this.#held, this.#count];
    for (let i = from; i < to; i += 1) {
      const part = parts[i] ?? 0;
      held |= (part & 0xffffff) << count;
      count += part >>> 24;
      while (count >= 8) {
        this.#bytes[length] = held;
        length += 1;
        held >>>= 8;
        count -= 8;
      }
    }
    [this.#length, this.#held, this.#count] = [length, held, count];
  }

  /** Fills the last byte up. */
  align(): void {
    this.put([bits(0, (8 - this.#count) % 8)]);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }
}
