import { describe, expect, it } from 'vitest';
import { BETWEEN, type PageCharacters } from '#src/search/index-page.ts';
import { indexPages } from '#src/search/pagefind-index.ts';

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
