import { crc32 } from 'node:zlib';
import { cardSize } from './card-design.ts';
import { palette } from './palette.ts';

/**
 * A picture in a palette of sixteen colours, as PNG.
 *
 * @param picture - its rows as a zlib stream
 */
export function pngOf(picture: Uint8Array): Uint8Array {
  const size = start.length + overhead + picture.length + end.length;
  const png = Buffer.allocUnsafeSlow(size);
  png.set(start, 0);
  writeChunk(png, start.length, 'IDAT', picture);
  png.set(end, size - end.length);
  return png;
}

/** Bytes of a chunk besides what is in it. */
const overhead = 12;

function writeChunk(png: Buffer, at: number, type: string, data: Uint8Array): void {
  png.writeUInt32BE(data.length, at);
  png.write(type, at + 4, 'latin1');
  png.set(data, at + 8);
  const told = png.subarray(at + 4, at + 8 + data.length);
  png.writeUInt32BE(crc32(told), at + 8 + data.length);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(overhead + data.length);
  writeChunk(bytes, 0, type, data);
  return bytes;
}

function header(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(cardSize.width, 0);
  bytes.writeUInt32BE(cardSize.height, 4);
  // Four bits a pixel, which name a colour of the palette.
  bytes.set([4, 3, 0, 0, 0], 8);
  return bytes;
}

const start = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', header()),
  chunk('PLTE', Buffer.from(palette.map((colour) => colour.slice(1)).join(''), 'hex')),
]);
const end = chunk('IEND', new Uint8Array());
