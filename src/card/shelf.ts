import type { Bitmap } from './bitmap.ts';
import type { Placed, Rows } from './picture-stream.ts';
import type { Piece } from './typesetter.ts';

/** Rows of what is cast: those of some thousands of large glyphs. */
const mostKept = 5e5;

/**
 * Makes something of each bitmap, and keeps it as long as there is room: a glyph stands on many cards.
 *
 * @param make - its result is not to depend on anything but the bitmap
 */
export function createShelf<Of extends Rows>(
  make: (bitmap: Bitmap) => Of,
): (piece: Piece) => Placed<Of> {
  const known = new Map<string, Placed<Of>>();
  let kept = 0;
  return ({ key, bitmap, left, top }) => {
    let made = known.get(key);
    if (made === undefined) {
      const drawn = bitmap();
      made = { what: make(drawn), left: drawn.left, top: drawn.top };
      kept += drawn.height;
      if (kept > mostKept) {
        known.clear();
        kept = drawn.height;
      }
      known.set(key, made);
    }
    return { what: made.what, left: left + made.left, top: top + made.top };
  };
}
