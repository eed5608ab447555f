import type { Bits } from './deflate-code.ts';

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

  put(parts: Uint32Array, from = 0, to = parts.length): void {
    const bytes = this.#bytes;
    let length = this.#length;
    let held = this.#held;
    let count = this.#count;
    for (let i = from; i < to; i += 1) {
      const part = parts[i] ?? 0;
      held |= (part & 0xffffff) << count;
      count += part >>> 24;
      // Without asking how many of them are whole: the others are written once more.
      bytes[length] = held;
      bytes[length + 1] = held >>> 8;
      bytes[length + 2] = held >>> 16;
      length += count >>> 3;
      held >>>= count & 24;
      count &= 7;
    }
    this.#length = length;
    this.#held = held;
    this.#count = count;
  }

  /** Fills the last byte up, and puts a number of four bytes behind it, the first one the highest. */
  end(checksum: number): Uint8Array {
    if (this.#count > 0) {
      this.#bytes[this.#length] = this.#held;
      this.#length += 1;
    }
    for (const shift of [24, 16, 8, 0]) {
      this.#bytes[this.#length] = checksum >>> shift;
      this.#length += 1;
    }
    return this.#bytes.subarray(0, this.#length);
  }
}

/** The same bits in as few parts as hold them. */
export class BitPacker {
  readonly #parts: Bits[] = [];
  #held = 0;
  #count = 0;

  put(one: Bits): void {
    const value = one & 0xffffff;
    const count = one >>> 24;
    const room = 24 - this.#count;
    this.#held |= (value << this.#count) & 0xffffff;
    this.#count += Math.min(count, room);
    if (this.#count < 24) return;
    this.end();
    this.#held = room < 24 ? value >>> room : 0;
    this.#count = count - room;
  }

  /** Begins a new part, and says how many there are before it. */
  end(): number {
    if (this.#count > 0) this.#parts.push((this.#count << 24) | this.#held);
    this.#held = 0;
    this.#count = 0;
    return this.#parts.length;
  }

  get parts(): Uint32Array {
    return new Uint32Array(this.#parts);
  }
}

/** @param put - puts bits into a packer */
export function packed(put: (packer: BitPacker) => void): Uint32Array {
  const packer = new BitPacker();
  put(packer);
  packer.end();
  return packer.parts;
}
