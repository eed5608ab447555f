import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '#src/manuscript/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

describe('decode', () => {
  it('drops the byte order mark, and reads all line ends alike', () => {
    expect(decode(utf8('\uFEFFあ\r\nい\rう\n'))).toEqual({ kind: 'text', text: 'あ\nい\nう\n' });
  });

  it('keeps a byte order mark that is not at the beginning', () => {
    expect(decode(utf8('あ\uFEFF'))).toEqual({ kind: 'text', text: 'あ\uFEFF' });
  });

  it.each([[''], ['\uFEFF']])('takes %j for empty', (text) => {
    expect(decode(utf8(text))).toEqual({ kind: 'empty' });
  });

  it.each([
    // 霧の夜
    ['Shift_JIS', [0x96, 0xb6, 0x82, 0xcc, 0x96, 0xe9]],
    ['EUC-JP', [0xcc, 0xb8, 0xa4, 0xce, 0xcc, 0xeb]],
  ])('names %s', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ kind: 'foreign', encoding });
  });

  it('names UTF-16, with its mark and without', () => {
    const text = '---\norder: 1\n---\n霧の夜\n';
    expect(decode(utf16(`\uFEFF${text}`))).toEqual({ kind: 'foreign', encoding: 'UTF-16' });
    expect(decode(utf16(text))).toEqual({ kind: 'foreign', encoding: 'UTF-16' });
  });

  it('names no encoding for bytes that make no sense in any', () => {
    const bytes = Uint8Array.from([0xff, 0x80, 0xfd, 0xa0, 0xff]);
    expect(decode(bytes)).toEqual({ kind: 'foreign', encoding: undefined });
  });

  it('tells where a zero byte stands', () => {
    expect(decode(utf8('abc\0'))).toEqual({ kind: 'binary', offset: 3 });
  });

  it('reads all text in UTF-8 and never throws', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((s) => !/[\0\r\uFEFF]/.test(s));
    fc.assert(
      fc.property(text, (written) => {
        expect(decode(utf8(written))).toEqual({ kind: 'text', text: written });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decode(bytes)).toHaveProperty('kind');
      }),
    );
  });
});
