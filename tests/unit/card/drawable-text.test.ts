import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawableText } from '#src/card/drawable-text.ts';
import { mincho } from './mincho.ts';

const drawn = (text: string) => drawableText(text, mincho);

describe('what can be drawn of a text', () => {
  it.each([
    ['is all that the face has', '「雨」の日――㉑、ﾊﾝｶｸ！？ A', '「雨」の日――㉑、ﾊﾝｶｸ！？ A'],
    ['is what a character is compatible with', '㊟𝒜𝟙﹖ﬃ', '注A1?ffi'],
    ['is a letter without the marks that cannot stand on it', 'ệ か゚ A\u0335', 'e か A'],
    ['is a letter with its mark in one', 'e\u0301か\u3099', 'éが'],
    ['is a character without its variant', '葛\u{e0100}飾', '葛飾'],
    ['is a digit without its key', '1\ufe0f\u20e3番線', '1番線'],
    ['is nothing of an emoji or of what joins several', '夜👨‍👩‍👧と👩🏽‍✈️の🇯🇵便', '夜との便'],
    ['is nothing of scripts that the face lacks', '안녕 雨 مرحبا ไทย', '雨'],
    ['is nothing of brackets around nothing', '雨「🎉」（👻（☃️⃤👻））の日', '雨（（☃））の日'],
    [
      'is one line with single spaces',
      ' 雨\n\u000b の\u2028\t日\u00a0\u3000\u3000客\u3000',
      '雨 の 日 客',
    ],
    [
      'is no mark of direction and no control',
      '\u202e雨\u200f\u0000\u0007\u2066の\ufeff日',
      '雨の日',
    ],
    ['is what looks like HTML', '<]]>&amp;"', '<]]>&amp;”'],
    ['is half a pair of surrogates never', '雨\ud83cの', '雨の'],
  ])('%s', (_, text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  it.each(['🎉', '안녕, 세계!', '「🎉」……', 'ไทย？', '\u200b\ufe0f', ' \u3000'])(
    'is nothing where nothing is left that says anything: %s',
    (text) => {
      expect(drawn(text)).toBe('');
    },
  );

  it.each(['……', '？', '☀', '——'])('is a title of marks alone, where that was all: %s', (text) => {
    expect(drawn(text)).toBe(text);
  });

  it('holds nothing that the face lacks, of any text, and does not change once it is drawable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const line = drawn(text);
        expect(Array.from(line).filter((character) => !mincho.has(character))).toEqual([]);
        expect(line).not.toMatch(/\p{M}|\p{C}|^\s|\s$/u);
        expect(drawn(line)).toBe(line);
      }),
    );
  });

  it('is the same with something unseen behind it, however plain it is without', () => {
    const any = fc.oneof(
      fc.constantFrom(...Array.from('雨の日、ガが゛「」（）A1!"\' 　〜々〇ーﾊ！')),
      fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x3000, max: 0x30ff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0xff00, max: 0xffef }).map((code) => String.fromCodePoint(code)),
    );
    const texts = fc.array(any, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expect(drawn(`${text}\u200b`)).toBe(drawn(text));
      }),
      { numRuns: 1000 },
    );
  });
});
