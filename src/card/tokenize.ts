import type { Bitmap } from './bitmap.ts';
import { cardSize } from './card-design.ts';
import { matchOf, type DeflateCode, type Token } from './deflate-code.ts';
import type { Rows } from './picture-stream.ts';

/** Bytes of a row of a picture, with the one before it that names its filter. */
export const rowLength = 1 + cardSize.width / 2;

/** The rows of a bitmap, without the blank around them. */
export interface TokenRows extends Rows {
  /** Those of each row: from an index on, and up to that of the next row. */
  readonly starts: Uint32Array;
  readonly tokens: readonly Token[];
}

/** Where what comes next in a row may have stood before: rows up, and bytes to the left. */
const places: readonly (readonly [rows: number, bytes: number])[] = [
  [0, 1],
  [1, 0],
  [2, 0],
  [3, 0],
];
const margin = 3;

/**
 * The rows of a bitmap as tokens that take the fewest bits, of which none looks at what is outside of
 * it: they mean the same wherever it stands in a picture.
 */
export function tokenize(bitmap: Bitmap, code: DeflateCode): TokenRows {
  const { width, height } = bitmap;
  const { cells, stride } = framed(bitmap);
  const { byteCosts, lengthCosts } = code;
  const steps = Int32Array.from(places, ([rows, left]) => rows * stride + left);
  const distances = Int32Array.from(places, ([rows, left]) => rows * rowLength + left);
  const distanceCosts = Int32Array.from(distances, (distance) => code.distanceCost(distance));
  /** Of each place, how many cells are as they are there. */
  const runs = new Int32Array(places.length);
  /** From each cell of a row to its end, the fewest bits, and the first token of them. */
  const costs = new Int32Array(width + 1);
  const firsts = new Int32Array(width + 1);
  const from = new Uint16Array(height);
  const to = new Uint16Array(height);
  const starts = new Uint32Array(height + 1);
  const tokens: Token[] = [];
  for (let row = 0; row < height; row += 1) {
    const start = (row + margin) * stride + margin;
    let first = 0;
    let end = width;
    while (first < end && cells[start + first] === 0) first += 1;
    while (end > first && cells[start + end - 1] === 0) end -= 1;
    from[row] = first;
    to[row] = end;
    costs[end] = 0;
    runs.fill(0);
    for (let x = end - 1; x >= first; x -= 1) {
      const cell = cells[start + x] ?? 0;
      let best = (byteCosts[cell] ?? 0) + (costs[x + 1] ?? 0);
      let token: Token = cell;
      for (let i = 0; i < runs.length; i += 1) {
        if (cells[start + x - (steps[i] ?? 0)] !== cell) {
          runs[i] = 0;
          continue;
        }
        const length = Math.min((runs[i] ?? 0) + 1, 258);
        runs[i] = length;
        if (length < 3) continue;
        const cost =
          (lengthCosts[length] ?? 0) + (distanceCosts[i] ?? 0) + (costs[x + length] ?? 0);
        if (cost >= best) continue;
        best = cost;
        token = matchOf(length, distances[i] ?? 0);
      }
      costs[x] = best;
      firsts[x] = token;
    }
    for (let x = first; x < end;) {
      const token = firsts[x] ?? 0;
      tokens.push(token);
      x += token < 256 ? 1 : token >> 16;
    }
    starts[row + 1] = tokens.length;
  }
  return { height, from, to, starts, tokens };
}

/** No byte: what stands outside of a bitmap is not known. */
const unknown = 256;

/** A bitmap with a margin above and at its sides. */
function framed({ width, height, bytes }: Bitmap): { cells: Uint16Array; stride: number } {
  const stride = width + 2 * margin;
  const cells = new Uint16Array(stride * (height + margin)).fill(unknown);
  for (let row = 0; row < height; row += 1) {
    const line = bytes.subarray(row * width, (row + 1) * width);
    cells.set(line, (row + margin) * stride + margin);
  }
  return { cells, stride };
}
