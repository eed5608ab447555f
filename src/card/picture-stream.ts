import { cardSize } from './card-design.ts';
import { matchOf, type Token } from './deflate-code.ts';
import { rowLength } from './tokenize.ts';

/** Where the rows of a bitmap have something in them: bytes from its left edge, for each row. */
export interface Rows {
  readonly height: number;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** Something and where it stands in a picture. */
export interface Placed<Of extends Rows> {
  readonly what: Of;
  /** Bytes from the picture's left edge, and rows from its top. */
  readonly left: number;
  readonly top: number;
}

export interface PictureStream<Of extends Rows> {
  /** So many bytes of paper, one or more. */
  readonly blank: (count: number) => void;
  readonly row: (of: Of, row: number) => void;
}

export const pictureLength = rowLength * cardSize.height;

/**
 * Writes a blank picture with something on it, from the first row to the last, with no filter.
 *
 * @throws Error where one thing lies on another
 */
export function writePicture<Of extends Rows>(
  placed: readonly Placed<Of>[],
  stream: PictureStream<Of>,
): void {
  let at = 0;
  for (const band of bandsOf(placed)) {
    for (let y = band.top; y < band.bottom; y += 1) {
      for (const { what, left, top } of band.placed) {
        const row = y - top;
        const from = what.from[row];
        const to = what.to[row];
        if (from === undefined || to === undefined || from === to) continue;
        const start = y * rowLength + 1 + left;
        if (start + from < at) throw new Error('what stands on a card lies on something else');
        if (start + from > at) stream.blank(start + from - at);
        stream.row(what, row);
        at = start + to;
      }
    }
  }
  stream.blank(pictureLength - at);
}

const longest = 258;

/** Bytes of paper: one, and the others as repetitions of it. */
export function blankTokens(count: number): readonly Token[] {
  return count > 3 ? [0, ...repeatTokens(count - 1)] : Array.from({ length: count }, () => 0);
}

/** @param count - three or more */
export function repeatTokens(count: number): readonly Token[] {
  const tokens: Token[] = [];
  for (let left = count; left > 0;) {
    // Two bytes or one could not be told as a match.
    const take = left <= longest ? left : Math.min(longest, left - 3);
    tokens.push(matchOf(take, 1));
    left -= take;
  }
  return tokens;
}

interface Band<Of extends Rows> {
  readonly top: number;
  readonly bottom: number;
  /** From left to right. */
  readonly placed: readonly Placed<Of>[];
}

/** What stands side by side. */
function bandsOf<Of extends Rows>(placed: readonly Placed<Of>[]): readonly Band<Of>[] {
  const bands: { top: number; bottom: number; placed: Placed<Of>[] }[] = [];
  for (const one of placed.toSorted((a, b) => a.top - b.top)) {
    const bottom = one.top + one.what.height;
    const last = bands.at(-1);
    if (last === undefined || one.top >= last.bottom) {
      bands.push({ top: one.top, bottom, placed: [one] });
    } else {
      last.bottom = Math.max(last.bottom, bottom);
      last.placed.push(one);
    }
  }
  for (const band of bands) band.placed.sort((a, b) => a.left - b.left);
  return bands;
}
