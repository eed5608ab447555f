import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPhrase, foldText, foldWithPlaces, queryTerms } from '#src/search/query/fold.ts';

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
    ['  A\tb\na ', ['a', 'b']],
    ['', []],
    ['"', ['"']],
    ['「城 壁」', ['「城', '壁」']],
    ['"ferry book"', ['ferrybook']],
    ['“Ferry  Book”', ['ferrybook']],
    ['"ferry"', ['"ferry"']],
    ['"ferry book', ['"ferry', 'book']],
    ['ferry "the book"', ['ferry', '"the', 'book"']],
  ])('reads %j as %j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms);
  });

  it('finds in a row what is asked for as a phrase', () => {
    expect(queryTerms(asPhrase('he said "no" loudly'))).toEqual(['hesaid"no"loudly']);
  });
});
