import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Bitmap } from '#src/card/bitmap.ts';
import { cardSize } from '#src/card/card-design.ts';
import { createCaster } from '#src/card/cast.ts';
import { createDeflateCode, createFrequencies } from '#src/card/deflate-code.ts';
import { createPictureWriter } from '#src/card/picture-writer.ts';

const across = cardSize.width / 2;
const code = createDeflateCode(createFrequencies());
const cast = createCaster(code);
const write = createPictureWriter(code);

/** With much that is blank, and much that is as in the row above. */
const bitmaps = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    bytes: fc.array(fc.constantFrom(0, 0, 0, 0x66, 0x66, 0x06, 0x31, 0xff), { maxLength: 1600 }),
    period: fc.integer({ min: 1, max: 1600 }),
  })
  .map(({ width, height, bytes, period }): Bitmap => ({
    ink: 'ink',
    left: 0,
    top: 0,
    width,
    height,
    bytes: Uint8Array.from({ length: width * height }, (_, i) => bytes[i % period] ?? 0),
  }));

/** Each in a field of its own, some of which are side by side. */
const pictures = fc.uniqueArray(fc.record({ field: fc.nat(14 * 15 - 1), bitmap: bitmaps }), {
  maxLength: 20,
  selector: ({ field }) => field,
});

it('writes the rows of a picture, blank but for what was put on it, as zlib reads them', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const rows = new Uint8Array((1 + across) * cardSize.height);
      const placed = picture.map(({ field, bitmap }) => {
        const [left, top] = [(field % 15) * 40, Math.floor(field / 15) * 45];
        for (const [i, byte] of bitmap.bytes.entries()) {
          const y = top + Math.floor(i / bitmap.width);
          rows[y * (1 + across) + 1 + left + (i % bitmap.width)] = byte;
        }
        return { what: cast(bitmap), left, top };
      });
      // Which fails where the checksum is another.
      expect(Buffer.compare(inflateSync(write(placed)), rows)).toBe(0);
    }),
  );
});

it('refuses to put one thing on another', () => {
  const bytes = new Uint8Array(4).fill(1);
  const what = cast({ ink: 'ink', left: 0, top: 0, width: 2, height: 2, bytes });
  const place = (left: number) => ({ what, left, top: 5 });
  expect(() => write([place(10), place(11)])).toThrow('lies on something else');
  expect(() => write([place(10), place(12)])).not.toThrow();
});
