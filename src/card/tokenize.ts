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

/** Rows and bytes outside of a bitmap that its cells may be compared with. */
const margin = 3;

/**
 * What writes the rows of a bitmap as tokens that take the fewest bits, of which none looks at what is
 * outside of it: they mean the same wherever it stands in a picture.
 */
export function createTokenizer(code: DeflateCode): (bitmap: Bitmap) => TokenRows {
  const { byteCosts, lengthCosts, distanceCost } = code;
  // What comes next in a row may have stood right before it, or in one of the rows above.
  const distances = [1, rowLength, 2 * rowLength, 3 * rowLength] as const;
  const [beside, above, second, third] = distances;
  const [costBeside, costAbove, costSecond, costThird] = [
    distanceCost(beside),
    distanceCost(above),
    distanceCost(second),
    distanceCost(third),
  ];
  const frame = createFrame();
  /** From each cell of a row to its end, the fewest bits, and the first token of them. */
  const costs = new Int32Array(rowLength);
  const firsts = new Int32Array(rowLength);
  /** The bits from a cell on of which a match is the first token. */
  const matchCost = (x: number, length: number, ofDistance: number) =>
    length < shortest
      ? tooMany
      : (lengthCosts[length] ?? 0) + ofDistance + (costs[x + length] ?? 0);

  return (bitmap) => {
    const { width, height } = bitmap;
    const { cells, stride } = frame(bitmap);
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
      // How many cells are as they are at each distance.
      let [runBeside, runAbove, runSecond, runThird] = [0, 0, 0, 0];
      for (let x = end - 1; x >= first; x -= 1) {
        const at = start + x;
        const cell = cells[at] ?? 0;
        runBeside = cells[at - 1] === cell ? Math.min(runBeside + 1, longest) : 0;
        runAbove = cells[at - stride] === cell ? Math.min(runAbove + 1, longest) : 0;
        runSecond = cells[at - 2 * stride] === cell ? Math.min(runSecond + 1, longest) : 0;
        runThird = cells[at - 3 * stride] === cell ? Math.min(runThird + 1, longest) : 0;
        let best = (byteCosts[cell] ?? 0) + (costs[x + 1] ?? 0);
        let token: Token = cell;
        const besideCost = matchCost(x, runBeside, costBeside);
        if (besideCost < best) {
          best = besideCost;
          token = matchOf(runBeside, beside);
        }
        const aboveCost = matchCost(x, runAbove, costAbove);
        if (aboveCost < best) {
          best = aboveCost;
          token = matchOf(runAbove, above);
        }
        const secondCost = matchCost(x, runSecond, costSecond);
        if (secondCost < best) {
          best = secondCost;
          token = matchOf(runSecond, second);
        }
        const thirdCost = matchCost(x, runThird, costThird);
        if (thirdCost < best) {
          best = thirdCost;
          token = matchOf(runThird, third);
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
  };
}

const shortest = 3;
const longest = 258;
/** Bits: more than any row takes. */
const tooMany = 1e6;

/** No byte: what stands outside of a bitmap is not known. */
const unknown = 256;

/** @returns what sets a bitmap in a margin, above and at its sides; valid until the next one is */
function createFrame(): (bitmap: Bitmap) => { cells: Uint16Array; stride: number } {
  let cells = new Uint16Array();
  return ({ width, height, bytes }) => {
    const stride = width + 2 * margin;
    const length = stride * (height + margin);
    if (cells.length < length) cells = new Uint16Array(2 * length);
    cells.fill(unknown, 0, length);
    for (let row = 0; row < height; row += 1) {
      const start = (row + margin) * stride + margin;
      for (let x = 0; x < width; x += 1) cells[start + x] = bytes[row * width + x] ?? 0;
    }
    return { cells, stride };
  };
}
