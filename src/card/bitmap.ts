import type { Ink } from './card-design.ts';
import { both, coloursOf } from './palette.ts';
import type { Coverage } from './rasterize.ts';

/** A part of a picture in one ink: two pixels a byte, the left one in its upper half. */
export interface Bitmap {
  readonly ink: Ink;
  /** Bytes, from the picture's edge. */
  readonly left: number;
  /** Rows. */
  readonly top: number;
  /** Bytes. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What an ink leaves that covers so much, of an origin at the left edge. */
export function inked({ left, top, width, height, stride, pixels }: Coverage, ink: Ink): Bitmap {
  const first = left >> 1;
  const odd = left & 1;
  const across = (odd + width + 1) >> 1;
  const bytes = new Uint8Array(across * height);
  const colours = coloursOf(ink);
  const most = colours.length - 1;
  for (let row = 0; row < height; row += 1) {
    const start = row * stride;
    for (let column = 0; column < width; column += 1) {
      const coverage = pixels[start + column] ?? 0;
      if (coverage === 0) continue;
      const x = odd + column;
      const at = row * across + (x >> 1);
      const colour = colours[(coverage * most + 0.5) | 0] ?? 0;
      bytes[at] = (bytes[at] ?? 0) | (colour << (x & 1 ? 0 : 4));
    }
  }
  return { ink, left: first, top, width: across, height, bytes };
}

/** Bitmaps of one ink, of which some may lie on others, in one. */
export function merged(bitmaps: readonly [Bitmap, ...Bitmap[]]): Bitmap {
  const [{ ink }] = bitmaps;
  const left = Math.min(...bitmaps.map((one) => one.left));
  const top = Math.min(...bitmaps.map((one) => one.top));
  const width = Math.max(...bitmaps.map((one) => one.left + one.width)) - left;
  const height = Math.max(...bitmaps.map((one) => one.top + one.height)) - top;
  const bytes = new Uint8Array(width * height);
  for (const one of bitmaps) {
    const start = (one.top - top) * width + one.left - left;
    for (let row = 0; row < one.height; row += 1) {
      for (let x = 0; x < one.width; x += 1) {
        const byte = one.bytes[row * one.width + x] ?? 0;
        if (byte === 0) continue;
        const at = start + row * width + x;
        const under = bytes[at] ?? 0;
        bytes[at] =
          under === 0
            ? byte
            : (both(ink, under >> 4, byte >> 4) << 4) | both(ink, under & 15, byte & 15);
      }
    }
  }
  return { ink, left, top, width, height, bytes };
}
