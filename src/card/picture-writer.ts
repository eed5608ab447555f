import { BitWriter, packed } from './bit-writer.ts';
import { adlerOf, type Cast } from './cast.ts';
import { bits, type DeflateCode, type Token } from './deflate-code.ts';
import {
  blankTokens,
  pictureLength,
  repeatTokens,
  writePicture,
  type Placed,
} from './picture-stream.ts';

/** @returns what writes a picture as a zlib stream, which is valid until the next one is written */
export function createPictureWriter(
  code: DeflateCode,
): (placed: readonly Placed<Cast>[]) => Uint8Array {
  // More than any card takes.
  const scratch = new Uint8Array(2 * pictureLength);
  const blank = createBlank(code);
  const start = packed((packer) => {
    for (const one of [zlibHeader, ...code.header]) packer.put(one);
  });
  const end = Uint32Array.of(code.end);
  return (placed) => {
    const writer = new BitWriter(scratch);
    writer.put(start);
    writePicture(placed, {
      blank(count) {
        blank(count, writer);
      },
      row({ bits: all, starts }, row) {
        writer.put(all, starts[row], starts[row + 1]);
      },
    });
    writer.put(end);
    return writer.end(adlerOf(placed));
  };
}

function createBlank(code: DeflateCode): (count: number, writer: BitWriter) => void {
  const bitsOf = (tokens: readonly Token[]) =>
    packed((packer) => {
      for (const token of tokens) code.put(token, packer);
    });
  // Most of a card are the same few bits.
  const many = 8 * 258;
  const known = Array.from<Uint32Array | undefined>({ length: 1 + many });
  const repeats = bitsOf(repeatTokens(many));
  return (count, writer) => {
    const first = 1 + ((count - 1) % many);
    writer.put((known[first] ??= bitsOf(blankTokens(first))));
    for (let left = count - first; left > 0; left -= many) writer.put(repeats);
  };
}

/** Deflated, with a window of 32 KB (RFC 1950). */
const zlibHeader = bits(0x9c78, 16);
