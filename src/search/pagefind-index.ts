import { createIndex, close, type IndexFile } from 'pagefind';
import { CborReader } from './cbor.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
import { readPagefindChunk } from './pagefind-chunk.ts';
import { unpackSigned } from './pagefind-pack.ts';
import { weightAttribute } from './pagefind-weight.ts';
import { characterToken, pageEnd, tokenCharacter } from './token.ts';

/** The release whose files `pagefind-chunk.ts` reads; another may write them otherwise. */
const pagefindVersion = '1.6.0';

/** Places in a chunk: we cut the index anew, so a few large ones will do. */
const CHUNK_SIZE = 20_000;

/**
 * Has Pagefind index pages, which are numbered in the order given, and reads back what it wrote. One
 * call at a time in a thread: Pagefind's process, and the variable that sets it up, are the thread's only ones.
 *
 * @returns the pages as the index holds them, which is as they were given
 * @throws Error when Pagefind fails, or when the index does not hold each character at its position
 * with its weight, and nothing else
 */
export async function indexPages(
  pages: readonly PageCharacters[],
): Promise<readonly PageCharacters[]> {
  const files = await runPagefind(pages);
  const read = await readPages(await readChunkNames(files), files, pages);
  read.forEach((page, number) => {
    checkPage(page, pages[number], number);
  });
  return read;
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** In a process of its own for each index, so that its memory is given back. */
async function runPagefind(pages: readonly PageCharacters[]): Promise<Files> {
  // Pagefind has no option for it; the variable is read when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(CHUNK_SIZE);
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
    if (index === undefined) throw pagefindError(errors);
    for (let from = 0; from < pages.length; from += AT_ONCE) {
      const added = await Promise.all(
        pages.slice(from, from + AT_ONCE).map((page, i) => {
          return index.addHTMLFile({ url: pageUrl(from + i), content: pageHtml(page) });
        }),
      );
      const failed = added.flatMap((one) => one.errors);
      if (failed.length > 0) throw pagefindError(failed);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw pagefindError(written.errors);
    return new Map(
      written.files.map(({ path, content }: IndexFile) => [path, Uint8Array.from(content)]),
    );
  } finally {
    await close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

/** Pages that are on their way to Pagefind, which takes them one after the other. */
const AT_ONCE = 16;

function pageUrl(number: number): string {
  return `/${String(number)}/`;
}

/** Pagefind takes a language it does not know as it is: no segments, no stems. */
function pageHtml({ codePoints, weights }: PageCharacters): string {
  const parts: string[] = [];
  for (let from = 0; from < codePoints.length;) {
    let to = from;
    const tokens: string[] = [];
    const weight = weights[from] ?? 0;
    for (; to < codePoints.length && weights[to] === weight; to += 1) {
      const codePoint = codePoints[to] ?? BETWEEN;
      // A mark without letters takes a place and is no word.
      tokens.push(codePoint === BETWEEN ? '-' : characterToken(codePoint));
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
async function readPages(
  chunks: readonly string[],
  files: Files,
  pages: readonly PageCharacters[],
): Promise<readonly PageCharacters[]> {
  const read = pages.map(({ codePoints: { length } }) => ({
    codePoints: new Uint32Array(length).fill(BETWEEN),
    weights: new Uint8Array(length),
  }));
  const ends = new Set<number>();
  let character: number | undefined;
  let last = '';
  for (const hash of chunks) {
    const bytes = await unpackSigned(fileOf(files, `index/${hash}.pf_index`));
    readPagefindChunk(bytes, (word, number, position, weight) => {
      if (word !== last) character = tokenCharacter(word);
      last = word;
      const page = read[number];
      if (word === pageEnd && position === page?.codePoints.length) ends.add(number);
      else if (character === undefined || page?.codePoints[position] !== BETWEEN) {
        throw formatError(`the word ${word} at ${position} of page ${number}`);
      } else {
        page.codePoints[position] = character;
        page.weights[position] = weight;
      }
    });
  }
  if (ends.size !== pages.length) throw formatError(`${ends.size} ends of pages`);
  return read;
}

function checkPage(read: PageCharacters, given: PageCharacters | undefined, number: number): void {
  const isAsGiven = read.codePoints.every(
    (codePoint, i) => codePoint === given?.codePoints[i] && read.weights[i] === given.weights[i],
  );
  if (!isAsGiven) throw formatError(`page ${number} is not what was given`);
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
