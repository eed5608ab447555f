import type { Bitmap } from './bitmap.ts';
import type { Bits, DeflateCode } from './deflate-code.ts';
import { rowLength, tokenize } from './tokenize.ts';

/**
 * A bitmap as it stands in a deflated picture, like a piece of type: cast once, and set wherever it
 * is needed.
 */
export interface Cast extends Pick<Bitmap, 'left' | 'top' | 'width' | 'height'> {
  /** Of each row, bytes from its left edge: where what is not blank begins and ends. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** What each row is in the stream: bits from an index on, and up to that of the next row. */
  readonly starts: Uint32Array;
  readonly bits: Uint32Array;
  /** The sum of its bytes, and that of each times its place behind the first one of the bitmap. */
  readonly sum: number;
  readonly moment: number;
}

export function cast(bitmap: Bitmap, code: DeflateCode): Cast {
  const { left, top, width, height, bytes } = bitmap;
  const rows = tokenize(bitmap, code);
  const bits: Bits[] = [];
  const starts = new Uint32Array(height + 1);
  for (const [row, { tokens }] of rows.entries()) {
    for (const token of tokens) bits.push(...code.bitsOf(token));
    starts[row + 1] = bits.length;
  }
  let [sum, moment] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    sum += byte;
    moment += byte * (Math.floor(at / width) * rowLength + (at % width));
  }
  return {
    left,
    top,
    width,
    height,
    from: Uint16Array.from(rows, (row) => row.from),
    to: Uint16Array.from(rows, (row) => row.to),
    starts,
    bits: Uint32Array.from(bits),
    sum,
    moment,
  };
}
