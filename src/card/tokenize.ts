import type { Bitmap } from './bitmap.ts';
import { cardSize } from './card-design.ts';
import { matchOf, type DeflateCode, type Token } from './deflate-code.ts';

/** Bytes of a row of a picture, with the one before it that names its filter. */
export const rowLength = 1 + cardSize.width / 2;

/** What stands in a row of a bitmap, without the blank around it. */
export interface Row {
  /** Bytes from the bitmap's left edge. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

/** Where what comes next in a row may have stood before: rows up, and bytes to the left. */
const places: readonly (readonly [rows: number, bytes: number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
  [2, 0],
  [2, 1],
  [2, -1],
  [3, 0],
];

/**
 * The rows of a bitmap as tokens that take the fewest bits, of which none looks at what is outside of
 * it: they mean the same wherever it stands in a picture.
 */
export function tokenize(bitmap: Bitmap, code: DeflateCode): readonly Row[] {
  const parser = createParser(bitmap, code);
  return Array.from({ length: bitmap.height }, (_, row) => parser(row));
}

function createParser({ width, bytes }: Bitmap, code: DeflateCode): (row: number) => Row {
  const sources = places.map(([rows, left]) => ({ rows, left, distance: rows * rowLength + left }));
  const distanceCosts = sources.map(({ distance }) => code.distanceCost(distance));
  const { byteCosts, lengthCosts } = code;
  /** From each byte of a row to its end, the fewest bits, and the first token of them. */
  const costs = new Uint32Array(width + 1);
  const tokens = new Uint32Array(width + 1);
  /** From each byte on, how many are as in a source. */
  const runs = sources.map(() => new Uint16Array(width + 1));

  return (row) => {
    const start = row * width;
    let [from, to] = [0, width];
    while (from < to && bytes[start + from] === 0) from += 1;
    while (to > from && bytes[start + to - 1] === 0) to -= 1;
    costs[to] = 0;
    for (const run of runs) run[to] = 0;
    for (let x = to - 1; x >= from; x -= 1) {
      const byte = bytes[start + x] ?? 0;
      let best = (byteCosts[byte] ?? 0) + (costs[x + 1] ?? 0);
      let token: Token = byte;
      for (let i = 0; i < sources.length; i += 1) {
        const source = sources[i];
        const run = runs[i];
        if (source === undefined || run === undefined) continue;
        const at = x - source.left;
        // Before the first byte of a row is not known what stands there.
        const isKnown = source.rows === 0 ? at >= from : row >= source.rows && at >= 0 && at < width;
        const length =
          isKnown && bytes[start - source.rows * width + at] === byte
            ? Math.min((run[x + 1] ?? 0) + 1, 258)
            : 0;
        run[x] = length;
        for (let take = length; take >= 3; take = shorter(take)) {
          const cost = (lengthCosts[take] ?? 0) + (distanceCosts[i] ?? 0) + (costs[x + take] ?? 0);
          if (cost >= best) continue;
          best = cost;
          token = matchOf(take, source.distance);
        }
      }
      costs[x] = best;
      tokens[x] = token;
    }
    return { from, to, tokens: pathOf(tokens, from, to) };
  };
}

/** Some shorter matches are tried too: by one byte, and down to the lengths without extra bits. */
function shorter(length: number): number {
  return length - 1;
}

function pathOf(tokens: Uint32Array, from: number, to: number): readonly Token[] {
  const path: Token[] = [];
  for (let x = from; x < to; ) {
    const token = tokens[x] ?? 0;
    path.push(token);
    x += token < 256 ? 1 : token >> 16;
  }
  return path;
}
