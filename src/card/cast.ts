import { BitPacker } from './bit-writer.ts';
import type { Bitmap } from './bitmap.ts';
import type { DeflateCode } from './deflate-code.ts';
import { pictureLength, type Placed, type Rows } from './picture-stream.ts';
import { createTokenizer, rowLength } from './tokenize.ts';

/**
 * A bitmap as it stands in a deflated picture, like a piece of type: cast once, and set wherever it
 * is needed.
 */
export interface Cast extends Rows {
  /** The bits of each row: from an index on, and up to that of the next row. */
  readonly starts: Uint32Array;
  readonly bits: Uint32Array;
  /** The sum of its bytes, and that of each times its place behind the first one of the bitmap. */
  readonly sum: number;
  readonly moment: number;
}

export function createCaster(code: DeflateCode): (bitmap: Bitmap) => Cast {
  const tokenize = createTokenizer(code);
  return (bitmap) => {
    const { height } = bitmap;
    const { from, to, starts: firsts, tokens } = tokenize(bitmap);
    const packer = new BitPacker();
    const starts = new Uint32Array(height + 1);
    for (let row = 0; row < height; row += 1) {
      const end = firsts[row + 1] ?? 0;
      for (let i = firsts[row] ?? 0; i < end; i += 1) code.put(tokens[i] ?? 0, packer);
      starts[row + 1] = packer.end();
    }
    return { height, from, to, starts, bits: packer.parts, ...checked(bitmap) };
  };
}

function checked({ width, height, bytes }: Bitmap): Pick<Cast, 'sum' | 'moment'> {
  let [sum, moment] = [0, 0];
  for (let row = 0; row < height; row += 1) {
    let [ofRow, within] = [0, 0];
    for (let x = 0; x < width; x += 1) {
      const byte = bytes[row * width + x] ?? 0;
      ofRow += byte;
      within += byte * x;
    }
    sum += ofRow;
    moment += ofRow * row * rowLength + within;
  }
  return { sum, moment };
}

/**
 * Adler-32 of a picture (RFC 1950, section 8.2): a sum of its bytes, and one of each times how many
 * come with it and behind it. Blank bytes add nothing to either.
 */
export function adlerOf(placed: readonly Placed<Cast>[]): number {
  const modulus = 65521;
  let [sum, weighted] = [1, pictureLength];
  for (const { what, left, top } of placed) {
    const behind = pictureLength - (top * rowLength + 1 + left);
    sum += what.sum;
    weighted += behind * what.sum - what.moment;
  }
  return (weighted % modulus) * 65536 + (sum % modulus);
}
