/** Writes numbers as `query/varint.ts` reads them. */
export class VarintWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param room - in bytes: for more, it is copied to a larger place */
  constructor(room: number) {
    this.#bytes = new Uint8Array(room);
  }

  add(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#addByte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#addByte(rest);
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Valid until something else is written. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #addByte(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  #makeRoom(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + count));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}
