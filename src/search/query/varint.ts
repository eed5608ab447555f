/** Reads whole numbers of seven bits a byte, the lowest first; the eighth says that more follow. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  offset: number;
  readonly end: number;

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.offset = offset;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.end;
  }

  /** @throws RangeError where the bytes end before */
  next(): number {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      if (this.isAtEnd) throw new RangeError('numbers end too early');
      const byte = this.#bytes[this.offset] ?? 0;
      this.offset += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  /** What stands in the next so many bytes, which are read past. */
  part(length: number): VarintReader {
    const end = this.offset + length;
    if (end > this.end) throw new RangeError('numbers end too early');
    const part = new VarintReader(this.#bytes, this.offset, end);
    this.offset = end;
    return part;
  }
}
