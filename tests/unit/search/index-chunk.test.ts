import { describe, expect, it } from 'vitest';
import { readIndexChunk } from '#src/search/query/index-chunk.ts';
import { chunksWith } from '#src/search/query/manifest.ts';
import { unpack, unpackSigned } from '#src/search/query/pack.ts';

/** A chunk as Pagefind writes it, by hand: CBOR (RFC 8949) in hexadecimal digits. */
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));

describe('readIndexChunk', () => {
  it('reads pages and positions as differences, and weights before what they hold for', () => {
    const chunk = bytes(`81 81 83 68 6161616162626262
      82 83 02 83 05 03 1903e8 80
         83 03 84 38a8 00 2c 0a 80
      80`);
    expect([...readIndexChunk(chunk)]).toEqual([
      [
        'aaaabbbb',
        [
          { page: 2, positions: [5, 8, 1008], weights: [25, 25, 25] },
          { page: 5, positions: [0, 10], weights: [168, 12] },
        ],
      ],
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
    expect(() => readIndexChunk(bytes(hex))).toThrow(/^CBOR/);
  });
});

describe('unpackSigned', () => {
  it('takes no file for one of Pagefind’s that is none', async () => {
    const packed = new Response(
      new Blob(['another file']).stream().pipeThrough(new CompressionStream('gzip')),
    );
    const file = new Uint8Array(await packed.arrayBuffer());
    expect(new TextDecoder().decode(await unpack(file))).toBe('another file');
    await expect(unpackSigned(file)).rejects.toThrow('not a file of Pagefind');
    await expect(unpackSigned(bytes('00 01'))).rejects.toThrow();
  });
});

describe('chunksWith', () => {
  const group = { folder: 'x', runs: [], chunks: '0aaa0bbb 0c 0c0d1 0e' };

  it.each([
    ['0aaa0bbb', [0]],
    ['0bzz0000', [0]],
    ['0c000000', [1]],
    ['0c0d0zzz', [1]],
    ['0c0d1111', [2]],
    ['0zzz0000', [3]],
    ['0000aaaa', []],
    ['0c0d', [1, 2]],
    ['0aaa', [0]],
    ['0', [0, 1, 2, 3]],
  ])('looks for %s in %j', (beginning, expected) => {
    expect(chunksWith(group, beginning)).toEqual(expected);
  });
});
