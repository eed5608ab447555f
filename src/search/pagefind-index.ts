import { joinPages, type PageCharacters } from './index-page.ts';
import { readPagefind } from './read-pagefind.ts';
import { runPagefind } from './run-pagefind.ts';
import { tokensFor } from './tokens.ts';

/**
 * In characters: what Pagefind is given as one page, as we cut its index anew. Of each page it keeps
 * each word apart, which for pages as short as episodes is half as much work again.
 */
const SHEET_LENGTH = 60_000;

/**
 * Has Pagefind index pages, as one text that is cut into sheets, and reads back what it wrote. One call
 * at a time in a thread, see `runPagefind`.
 *
 * @returns the pages as the index holds them, which is as they were given
 * @throws Error when Pagefind fails, or when its index does not hold each character of the text at its
 * place with its weight, and nothing else
 */
export async function indexPages(
  pages: readonly PageCharacters[],
): Promise<readonly PageCharacters[]> {
  const text = joinPages(pages);
  const sheets = sheetsOf(text);
  const tokens = tokensFor(text.codePoints);
  const read = joinPages(await readPagefind(await runPagefind(sheets, tokens), sheets, tokens));
  let start = 0;
  return pages.map(({ codePoints: { length } }) => {
    start += length;
    return stretch(read, start - length, start);
  });
}

/** One at the least: of no page at all Pagefind makes no index. */
function sheetsOf(characters: PageCharacters): readonly PageCharacters[] {
  const count = Math.max(1, Math.ceil(characters.codePoints.length / SHEET_LENGTH));
  return Array.from({ length: count }, (_, i) =>
    stretch(characters, i * SHEET_LENGTH, (i + 1) * SHEET_LENGTH),
  );
}

function stretch({ codePoints, weights }: PageCharacters, from: number, to: number) {
  return { codePoints: codePoints.subarray(from, to), weights: weights.subarray(from, to) };
}
