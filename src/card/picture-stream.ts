import { cardSize } from './card-design.ts';
import type { Cast } from './cast.ts';
import { matchOf, type Bits, type DeflateCode } from './deflate-code.ts';
import { rowLength } from './tokenize.ts';

/** A cast and where it stands in a picture. */
export interface Placed {
  readonly cast: Cast;
  /** Bytes from the picture's left edge, and rows from its top. */
  readonly left: number;
  readonly top: number;
}

const pictureLength = rowLength * cardSize.height;

/** Takes the parts of a stream, one behind the other. */
export type Put = (parts: ArrayLike<Bits>, from: number, to: number) => void;

/** Sets casts in a blank picture, of which none may lie on another: its rows, with no filter. */
export function setPicture(
  placed: readonly Placed[],
  code: Pick<DeflateCode, 'bitsOf'>,
  put: Put,
): void {
  const blank = createBlank(code, put);
  let at = 0;
  for (const band of bandsOf(placed)) {
    for (let y = band.top; y < band.bottom; y += 1) {
      for (const { cast, left, top } of band.placed) {
        const row = y - top;
        if (row < 0 || row >= cast.height) continue;
        const [from, to] = [cast.from[row] ?? 0, cast.to[row] ?? 0];
        if (from === to) continue;
        const start = y * rowLength + 1 + left;
        blank(start + from - at);
        put(cast.bits, cast.starts[row] ?? 0, cast.starts[row + 1] ?? 0);
        at = start + to;
      }
    }
  }
  blank(pictureLength - at);
}

/** Writes so many bytes of blank paper: one, and the others as repetitions of it. */
function createBlank({ bitsOf }: Pick<DeflateCode, 'bitsOf'>, put: Put): (count: number) => void {
  const byte = bitsOf(0);
  const matches = Array.from({ length: 259 }, (_, n) => (n < 3 ? [] : bitsOf(matchOf(n, 1))));
  return (count) => {
    if (count < 0) throw new Error('what stands on a card lies on something else');
    const repeats = count > 3 ? count - 1 : 0;
    for (let i = repeats; i < count; i += 1) put(byte, 0, byte.length);
    for (let left = repeats; left > 0; ) {
      // Two bytes or one could not be told as a match.
      const take = left <= 258 ? left : Math.min(258, left - 3);
      const match = matches[take] ?? [];
      put(match, 0, match.length);
      left -= take;
    }
  };
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  /** From left to right. */
  readonly placed: readonly Placed[];
}

/** What stands side by side. */
function bandsOf(placed: readonly Placed[]): readonly Band[] {
  const bands: Band[] = [];
  for (const one of placed.toSorted((a, b) => a.top - b.top)) {
    const bottom = one.top + one.cast.height;
    const last = bands.at(-1);
    if (last === undefined || one.top >= last.bottom) {
      bands.push({ top: one.top, bottom, placed: [one] });
    } else {
      bands[bands.length - 1] = {
        top: last.top,
        bottom: Math.max(last.bottom, bottom),
        placed: [...last.placed, one],
      };
    }
  }
  return bands.map((band) => ({ ...band, placed: band.placed.toSorted((a, b) => a.left - b.left) }));
}

/**
 * Adler-32 of the picture (RFC 1950, section 8.2): a sum of its bytes, and one of each times how many
 * come with it and behind it. Blank bytes add nothing to either.
 */
export function adlerOf(placed: readonly Placed[]): number {
  const modulus = 65521;
  let [sum, weighted] = [1, pictureLength];
  for (const { cast, left, top } of placed) {
    const behind = pictureLength - (top * rowLength + 1 + left);
    sum += cast.sum;
    weighted += behind * cast.sum - cast.moment;
  }
  return (weighted % modulus) * 65536 + (sum % modulus);
}
