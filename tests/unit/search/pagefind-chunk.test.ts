import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPagefindChunk } from '#src/search/pagefind-chunk.ts';
import { unpackSigned } from '#src/search/pagefind-pack.ts';

/** A chunk as Pagefind writes it, by hand: CBOR (RFC 8949) in hexadecimal digits. */
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));

function placesIn(chunk: Uint8Array): readonly (readonly [string, number, number, number])[] {
  const places: [string, number, number, number][] = [];
  readPagefindChunk(chunk, (...place) => places.push(place));
  return places;
}

describe('readPagefindChunk', () => {
  it('reads pages and positions as differences, and weights before what they hold for', () => {
    const chunk = bytes(`81 81 83 63 616161
      82 83 02 83 05 03 1903e8 80
         83 03 84 38a8 00 2c 0a 80
      80`);
    expect(placesIn(chunk)).toEqual([
      ['aaa', 2, 5, 25],
      ['aaa', 2, 8, 25],
      ['aaa', 2, 1008, 25],
      ['aaa', 5, 0, 168],
      ['aaa', 5, 10, 12],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['another number of parts', '82 80 80'],
    ['a text where there should be words', '81 61 61'],
    ['what ends too early', '81 81 83 68 6161'],
    ['what goes on behind its end', '81 80 00'],
    ['forms with diacritics', '81 81 83 61 61 80 81 80'],
  ])('does not take %s for one', (_, hex) => {
    expect(() => placesIn(bytes(hex))).toThrow(/^CBOR/);
  });
});

describe('unpackSigned', () => {
  it('takes no file for one of Pagefind’s that is none', async () => {
    const signed = await unpackSigned(gzipSync('pagefind_dcd!'));
    expect(Buffer.from(signed).toString()).toBe('!');
    await expect(unpackSigned(gzipSync('another file'))).rejects.toThrow('not a file of Pagefind');
    await expect(unpackSigned(bytes('00 01'))).rejects.toThrow();
  });
});
