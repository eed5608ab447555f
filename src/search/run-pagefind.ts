import { createIndex, close, type IndexFile } from 'pagefind';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
import { weightAttribute } from './pagefind-weight.ts';
import { sheetEnd, type Tokens } from './tokens.ts';

/** Files of Pagefind's by their paths: those of its index, and none of its interfaces or texts. */
export type PagefindFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Places in a chunk: we cut the index anew, so that only the time counts which it takes to pack them. */
const CHUNK_SIZE = 4000;

/**
 * Has Pagefind index sheets, each as a page, in a process of its own, so that its memory is given back.
 * One call at a time in a thread: the process, and the variable that sets it up, are the thread's only
 * ones.
 *
 * @param sheets - one at the least: of no page at all Pagefind makes no index
 * @throws Error when Pagefind fails
 */
export async function runPagefind(
  sheets: readonly PageCharacters[],
  tokens: Tokens,
): Promise<PagefindFiles> {
  // Pagefind has no option for it; the variable is read when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
    if (index === undefined) throw pagefindError(errors);
    await mapConcurrently([...sheets.entries()], AT_ONCE, async ([number, sheet]) => {
      const content = sheetHtml(sheet, tokens);
      const added = await index.addHTMLFile({ url: `/${String(number)}/`, content });
      if (added.errors.length > 0) throw pagefindError(added.errors);
    });
    const written = await index.getFiles();
    if (written.errors.length > 0) throw pagefindError(written.errors);
    const ofIndex = written.files.filter(({ path }) => /\.pf_(?:meta|index)$/.test(path));
    return new Map(ofIndex.map(({ path, content }: IndexFile) => [path, new Uint8Array(content)]));
  } finally {
    await close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** Pagefind numbers them as they arrive and takes one after the other: meanwhile the next is on its way. */
const AT_ONCE = 2;

/** Pagefind takes a language it does not know as it is: no segments, no stems. */
function sheetHtml({ codePoints, weights }: PageCharacters, { tokenOf }: Tokens): string {
  const parts: string[] = [];
  for (let from = 0; from < codePoints.length;) {
    let to = from;
    const tokens: string[] = [];
    const weight = weights[from] ?? 0;
    for (; to < codePoints.length && weights[to] === weight; to += 1) {
      const codePoint = codePoints[to] ?? BETWEEN;
      // A mark without letters takes a place and is no word.
      tokens.push(codePoint === BETWEEN ? '-' : tokenOf(codePoint));
    }
    const words = tokens.join(' ');
    const isWord = weight > 0;
    parts.push(
      isWord ? `<span data-pagefind-weight="${weightAttribute(weight)}">${words}</span>` : words,
    );
    from = to;
  }
  return `<html lang="zxx"><body><p>${parts.join(' ')} ${sheetEnd}</p></body></html>`;
}

function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind failed: ${errors.join('; ')}`);
}
