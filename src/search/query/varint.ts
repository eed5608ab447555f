/** Reads whole numbers of seven bits a byte, the lowest first; the eighth says that more follow. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#offset >= this.#bytes.length;
  }

  /** @throws RangeError where the bytes end before */
  next(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#offset];
      if (byte === undefined) throw new RangeError('numbers end too early');
      this.#offset += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** The next so many bytes, which are read past. */
  bytes(length: number): Uint8Array {
    const end = this.#offset + length;
    if (end > this.#bytes.length) throw new RangeError('numbers end too early');
    const part = this.#bytes.subarray(this.#offset, end);
    this.#offset = end;
    return part;
  }
}
