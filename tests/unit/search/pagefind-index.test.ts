import { describe, expect, it } from 'vitest';
import { BETWEEN, type PageCharacters } from '#src/search/index-page.ts';
import { indexPages } from '#src/search/pagefind-index.ts';
import { readPagefind } from '#src/search/read-pagefind.ts';
import { runPagefind } from '#src/search/run-pagefind.ts';
import { tokensFor } from '#src/search/tokens.ts';

/** A page of so many characters, of 3,000 that come again and again, with a weight that changes now and then. */
function pageOf(length: number): PageCharacters {
  const codePoints = Uint32Array.from({ length }, (_, i) =>
    i % 50 === 49 ? BETWEEN : 0x4e00 + ((i * 7919) % 3000),
  );
  const weights = Uint8Array.from(codePoints, (one, i) =>
    one === BETWEEN ? 0 : i % 1000 < 900 ? 25 : 12,
  );
  return { codePoints, weights };
}

describe('indexPages', () => {
  it.each([
    ['nothing', []],
    ['pages without a character', [pageOf(0), pageOf(0)]],
    ['short pages', [pageOf(1), pageOf(0), pageOf(200), pageOf(50)]],
    [
      'more characters than Pagefind is given at once',
      [pageOf(70_000), pageOf(90), pageOf(70_000)],
    ],
    ['as many', [pageOf(59_000), pageOf(1000)]],
  ])('gives %s back as the index holds them', async (_, pages) => {
    expect(await indexPages(pages)).toEqual(pages);
  });

  it('holds characters of any plane, and weights of any size', async () => {
    const codePoints = Uint32Array.of(0, 0x41, 0x3042, 0xb63f, 0xb640, 0x20bb7, 0x10ffff, BETWEEN);
    const weights = Uint8Array.of(1, 12, 24, 25, 26, 72, 168, 0);
    expect(await indexPages([{ codePoints, weights }])).toEqual([{ codePoints, weights }]);
  });
});

describe('readPagefind', () => {
  const [a, b] = [0x3042, 0x3044];
  const sheet = {
    codePoints: Uint32Array.of(a, b, BETWEEN, a),
    weights: Uint8Array.of(25, 12, 0, 25),
  };
  const empty = { codePoints: new Uint32Array(), weights: new Uint8Array() };
  const tokens = tokensFor(sheet.codePoints);

  it('gives back what was given', async () => {
    const files = await runPagefind([sheet, empty, sheet], tokens);
    expect(await readPagefind(files, [sheet, empty, sheet], tokens)).toEqual([sheet, empty, sheet]);
  });

  it.each([
    ['another character', [{ ...sheet, codePoints: Uint32Array.of(a, a, BETWEEN, a) }]],
    ['a character more', [{ ...sheet, codePoints: Uint32Array.of(a, b, b, a) }]],
    ['a character less', [{ ...sheet, codePoints: Uint32Array.of(a, b, BETWEEN, BETWEEN) }]],
    ['another weight', [{ ...sheet, weights: Uint8Array.of(25, 25, 0, 25) }]],
    [
      'a shorter sheet',
      [{ codePoints: sheet.codePoints.slice(0, 3), weights: sheet.weights.slice(0, 3) }],
    ],
    ['a sheet more', [sheet, empty]],
    ['no sheet', []],
    ['nothing on it', [empty]],
  ])('does not take the index for one of %s', async (_, others) => {
    const files = await runPagefind([sheet], tokens);
    await expect(readPagefind(files, others, tokens)).rejects.toThrow(
      'Pagefind 1.6.0 did not write the index that is read here',
    );
  });

  it('notices a chunk that is not there, and words that it does not know', async () => {
    const files = await runPagefind([sheet], tokens);
    const without = new Map([...files].filter(([path]) => !path.endsWith('.pf_index')));
    await expect(readPagefind(without, [sheet], tokens)).rejects.toThrow(/: no index\//);
    const others = tokensFor(Uint32Array.of(a));
    await expect(readPagefind(files, [sheet], others)).rejects.toThrow(
      'the word 1 at 1 of sheet 0',
    );
  });
});
