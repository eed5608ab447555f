import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithPlaces, queryTerms, quotedTerm } from '#src/search/query/fold.ts';

describe('foldText', () => {
  it.each([
    ['Ｐａｒｔ　１０', 'part10'],
    ['ｺﾝﾌﾟﾗｲｱﾝｽ', 'コンプライアンス'],
    ['か\u3099', 'が'],
    ['①', '1'],
    ['前編\n後編', '前編後編'],
    ['葛󠄀城', '葛城'],
    ['I’d “said”', 'i\'d"said"'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
  ])('makes %j to %j', (text, fold) => {
    expect(foldText(text)).toBe(fold);
  });

  it('is the same, character by character, for any text', () => {
    const character = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...Array.from('あアー漢、。「ａＡa①ﾞ゙\u3099\u200d ㄱㅏς’“\n')),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const text = characters.join('').toWellFormed();
        const lower = text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
        const straight = lower.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"');
        const fold = straight.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
        expect(foldText(text)).toBe(fold);
        expect(foldWithPlaces(text).codePoints.join('')).toBe(fold);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['ひらがな', 'カタカナ', '――', '「」', '〜', '髙'])('leaves %s as it is', (text) => {
    expect(foldText(text)).toBe(text);
  });
});

describe('foldWithPlaces', () => {
  it('holds the same characters, each with its place, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
        (text) => {
          const { codePoints, starts, ends } = foldWithPlaces(text);
          expect(codePoints.join('')).toBe(foldText(text));
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
          for (const [i, start] of starts.entries()) expect(ends[i]).toBeGreaterThan(start);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('knows all that is composed with what stands before it', () => {
    const all = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const composed = ['가', 'ㄱ', '㉠', 'か', 'a', '\u{16d63}', '\u{16d69}'].flatMap((base) => {
      const alone = base.normalize('NFKC');
      return all
        .filter((one) => (base + one).normalize('NFKC') !== alone + one.normalize('NFKC'))
        .map((one) => base + one);
    });
    expect(composed.length).toBeGreaterThan(100);
    for (const text of composed) {
      expect(foldWithPlaces(text).codePoints.join('')).toBe(foldText(text));
    }
  });

  it('gives what was one character the place of it', () => {
    expect(foldWithPlaces('ｶﾞ㍿')).toEqual({
      codePoints: ['ガ', '株', '式', '会', '社'],
      starts: [0, 2, 2, 2, 2],
      ends: [2, 3, 3, 3, 3],
    });
  });
});

describe('queryTerms', () => {
  it.each([
    ['城壁', ['城壁']],
    ['城壁　門', ['城壁', '門']],
    ['  A\tb\na ', ['a', 'b', 'a']],
    ['', []],
    ['"', ['"']],
    ['「城 壁」', ['「城', '壁」']],
    ['"ferry"', ['"ferry"']],
    ['"ferry book', ['"ferry', 'book']],
    ['ferry "the book"', ['ferry', '"the', 'book"']],
    ['"a b" "c d"', ['"a', 'b"', '"c', 'd"']],
    ['over and over', ['over', 'and', 'over']],
    ['あ゛', ['あ\u3099']],
    ['(￣ー￣)', ['(\u0304ー\u0304)']],
  ])('reads %j as %j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms);
  });
});

describe('quotedTerm', () => {
  it.each([
    ['"ferry book"', 'ferrybook'],
    ['“Ferry  Book” ', 'ferrybook'],
    ['「城壁　の上」', '城壁の上'],
    ['『門』', '門'],
    ['"a" "b"', 'a""b'],
    ['"ferry book', undefined],
    ['城壁', undefined],
    ['""', undefined],
    ['「」', undefined],
  ])('reads %j as %j', (query, term) => {
    expect(quotedTerm(query)).toBe(term);
  });
});
