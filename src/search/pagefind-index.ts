import { createIndex, close, type IndexFile } from 'pagefind';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { CborReader } from './cbor.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
import { readPagefindChunk } from './pagefind-chunk.ts';
import { unpackSigned } from './pagefind-pack.ts';
import { weightAttribute } from './pagefind-weight.ts';
import { pageEnd, tokensFor, type Tokens } from './tokens.ts';

/** The release whose files `pagefind-chunk.ts` reads; another may write them otherwise. */
const pagefindVersion = '1.6.0';

/** Places in a chunk: we cut the index anew, so that only the time counts which it takes to pack them. */
const CHUNK_SIZE = 4000;

/**
 * In characters: what Pagefind is given as one page, as we cut its index anew. Of each page it keeps
 * each word apart, which for pages as short as episodes is half as much work again.
 */
const SHEET_LENGTH = 60_000;

/**
 * Has Pagefind index pages, one behind the other, and reads back what it wrote. One call at a time in a
 * thread: Pagefind's process, and the variable that sets it up, are the thread's only ones.
 *
 * @returns the pages as the index holds them, which is as they were given
 * @throws Error when Pagefind fails, or when the index does not hold each character at its position
 * with its weight, and nothing else
 */
export async function indexPages(
  pages: readonly PageCharacters[],
): Promise<readonly PageCharacters[]> {
  const given = joined(pages);
  const sheets = sheetsOf(given);
  const tokens = tokensFor(given.codePoints);
  const files = await runPagefind(sheets, tokens);
  const read = await readSheets(await readChunkNames(files), files, sheets, tokens);
  if (!isSame(read, given)) throw formatError('another text than was given');
  let start = 0;
  return pages.map(({ codePoints: { length } }) => {
    start += length;
    return stretch(read, start - length, start);
  });
}

function joined(pages: readonly PageCharacters[]): PageCharacters {
  const length = pages.reduce((sum, { codePoints }) => sum + codePoints.length, 0);
  const all = { codePoints: new Uint32Array(length), weights: new Uint8Array(length) };
  let start = 0;
  for (const { codePoints, weights } of pages) {
    all.codePoints.set(codePoints, start);
    all.weights.set(weights, start);
    start += codePoints.length;
  }
  return all;
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

function isSame(a: PageCharacters, b: PageCharacters): boolean {
  return (
    Buffer.compare(bytesOf(a.codePoints), bytesOf(b.codePoints)) === 0 &&
    Buffer.compare(a.weights, b.weights) === 0
  );
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** In a process of its own for each index, so that its memory is given back. */
async function runPagefind(sheets: readonly PageCharacters[], tokens: Tokens): Promise<Files> {
  // Pagefind has no option for it; the variable is read when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
    if (index === undefined) throw pagefindError(errors);
    await mapConcurrently([...sheets.entries()], AT_ONCE, async ([number, sheet]) => {
      const page = { url: `/${String(number)}/`, content: sheetHtml(sheet, tokens) };
      const added = await index.addHTMLFile(page);
      if (added.errors.length > 0) throw pagefindError(added.errors);
    });
    const written = await index.getFiles();
    if (written.errors.length > 0) throw pagefindError(written.errors);
    // There are those of its interfaces, too, and of the texts.
    const ofIndex = written.files.filter(({ path }) => /\.pf_(?:meta|index)$/.test(path));
    return new Map(ofIndex.map(({ path, content }: IndexFile) => [path, new Uint8Array(content)]));
  } finally {
    await close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** Pagefind takes one after the other: while it does, the next is on its way. */
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
  return `<html lang="zxx"><body><p>${parts.join(' ')} ${pageEnd}</p></body></html>`;
}

/** The chunks, in the metadata as Pagefind 1.6 writes it: version, pages, chunks, and more. */
async function readChunkNames(files: Files): Promise<readonly string[]> {
  const names = [...files.keys()].filter((name) => name.endsWith('.pf_meta'));
  const [name = ''] = names;
  if (names.length !== 1) throw formatError(`${names.length} files of metadata`);
  const reader = new CborReader(await unpackSigned(fileOf(files, name)));
  reader.expectArray(6);
  const version = reader.text();
  if (version !== pagefindVersion) throw formatError(`version ${version}`);
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.expectArray(3);
    reader.text();
    reader.integer();
    // The file that holds it together with others, where that was asked for.
    reader.text();
  }
  return Array.from({ length: reader.array() }, () => {
    reader.expectArray(3);
    reader.text();
    reader.text();
    return reader.text();
  });
}

/** The characters of the index put back to where they stand. */
async function readSheets(
  chunks: readonly string[],
  files: Files,
  sheets: readonly PageCharacters[],
  { characterOf }: Tokens,
): Promise<PageCharacters> {
  const lengths = sheets.map(({ codePoints }) => codePoints.length);
  const length = lengths.reduce((sum, one) => sum + one, 0);
  const codePoints = new Uint32Array(length).fill(BETWEEN);
  const weights = new Uint8Array(length);
  const ends = new Set<number>();
  let character: number | undefined;
  let last = '';
  for (const hash of chunks) {
    const bytes = await unpackSigned(fileOf(files, `index/${hash}.pf_index`));
    readPagefindChunk(bytes, (word, number, position, weight) => {
      if (word !== last) character = characterOf(word);
      last = word;
      const place = number * SHEET_LENGTH + position;
      const end = lengths[number] ?? 0;
      if (word === pageEnd && position === end) ends.add(number);
      else if (character === undefined || position >= end || codePoints[place] !== BETWEEN) {
        throw formatError(`the word ${word} at ${position} of page ${number}`);
      } else {
        codePoints[place] = character;
        weights[place] = weight;
      }
    });
  }
  if (ends.size !== sheets.length) throw formatError(`${ends.size} ends of pages`);
  return { codePoints, weights };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function fileOf(files: Files, name: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(name);
  if (bytes === undefined) throw formatError(`no ${name}`);
  return bytes;
}

function formatError(what: string): Error {
  return new Error(
    `Pagefind ${pagefindVersion} did not write the index that is read here: ${what}`,
  );
}

function pagefindError(errors: readonly string[]): Error {
  return new Error(`Pagefind failed: ${errors.join('; ')}`);
}
