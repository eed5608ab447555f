import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitWriter, packed } from '#src/card/bit-writer.ts';
import {
  count,
  createDeflateCode,
  createFrequencies,
  matchOf,
  type DeflateCode,
  type Token,
} from '#src/card/deflate-code.ts';
import { canonicalCodes, codeLengths } from '#src/card/huffman.ts';

describe('a Huffman code', () => {
  const counts = fc.array(fc.nat(1e6), { minLength: 2, maxLength: 286 });

  it('has a code for each symbol, none too long, and no bits to spare', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const lengths = codeLengths(of, 15);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
        expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
        const codes = canonicalCodes(lengths).map((code, i) => [code, lengths[i]].join());
        expect(new Set(codes).size).toBe(of.length);
      }),
    );
  });

  it('has the shorter codes for what is more frequent', () => {
    expect(codeLengths([1, 8, 2, 4], 15)).toEqual([3, 1, 3, 2]);
    const steep = Array.from({ length: 30 }, (_, i) => 2 ** i);
    expect(Math.max(...codeLengths(steep, 7))).toBe(7);
  });
});

/** Bytes, and repetitions of what stands before them. */
const streams = fc
  .array(
    fc.oneof(
      fc.nat(255),
      fc.record({ length: fc.integer({ min: 3, max: 258 }), back: fc.nat(32_767) }),
    ),
    { minLength: 1, maxLength: 400 },
  )
  .map((parts) => {
    const bytes: number[] = [];
    const tokens: Token[] = [];
    for (const part of parts) {
      if (typeof part === 'number') {
        bytes.push(part);
        tokens.push(part);
      } else if (bytes.length > 0) {
        const distance = 1 + (part.back % Math.min(bytes.length, 32_768));
        for (let left = part.length; left > 0; left -= 1) bytes.push(bytes.at(-distance) ?? 0);
        tokens.push(matchOf(part.length, distance));
      }
    }
    return { bytes, tokens };
  });

function codeOf(tokens: readonly Token[]): DeflateCode {
  const frequencies = createFrequencies();
  for (const token of tokens) count(frequencies, token);
  return createDeflateCode(frequencies);
}

function written(tokens: readonly Token[], code: DeflateCode): Uint8Array {
  const writer = new BitWriter(new Uint8Array(1e5));
  writer.put(
    packed((packer) => {
      for (const one of code.header) packer.put(one);
      for (const token of tokens) code.put(token, packer);
      packer.put(code.end);
    }),
  );
  return writer.end(0);
}

describe('a deflate code', () => {
  it('writes what zlib reads, in its own tokens and in any others', () => {
    fc.assert(
      fc.property(streams, streams, (of, other) => {
        for (const code of [codeOf(of.tokens), codeOf(other.tokens)]) {
          expect([...inflateRawSync(written(of.tokens, code))]).toEqual(of.bytes);
        }
      }),
    );
  });

  it('says what its tokens cost', () => {
    fc.assert(
      fc.property(streams, ({ tokens }) => {
        const code = codeOf(tokens);
        const bits = tokens.reduce((sum, token) => {
          const isByte = token < 256;
          return isByte
            ? sum + (code.byteCosts[token] ?? 0)
            : sum + (code.lengthCosts[token >> 16] ?? 0) + code.distanceCost(token & 0xffff);
        }, 0);
        const empty = written([], code).length;
        expect(Math.abs(written(tokens, code).length - empty - bits / 8)).toBeLessThan(1);
      }),
    );
  });
});
