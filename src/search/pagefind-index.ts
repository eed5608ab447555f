import { createIndex, close, type IndexFile } from 'pagefind';
import { CborReader } from './query/cbor.ts';
import { readIndexChunk } from './query/index-chunk.ts';
import { unpackSigned } from './query/pack.ts';
import { TOKEN } from './query/token.ts';
import type { IndexPage } from './index-page.ts';

/** The release whose files `query/index-chunk.ts` reads; another may write them otherwise. */
const pagefindVersion = '1.6.0';

/** A part of the index: words in order, up to where the next part begins. */
export interface WrittenChunk {
  /** What no word of it stands before. */
  readonly start: string;
  /** As Pagefind wrote it: compressed, with its signature. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Has Pagefind index pages, which are numbered in the order given. One call at a time: Pagefind's
 * process, and the variable that sets it up, are this process's only ones.
 *
 * @param chunkSize - the number of places in a chunk: small ones make a query's download small, and
 * large ones make few files
 * @throws Error when Pagefind fails, or writes anything but the format that we read
 */
export async function indexPages(
  pages: readonly IndexPage[],
  chunkSize: number,
): Promise<readonly WrittenChunk[]> {
  const files = await runPagefind(pages, chunkSize);
  const meta = await readMeta(files);
  const chunks = meta.chunks.map(({ start, hash }) => ({
    start,
    bytes: fileOf(files, `index/${hash}.pf_index`),
  }));
  await checkPages(meta.pages, files, pages);
  await checkChunks(chunks, pages);
  return chunks;
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** In a process of its own for each index, so that its memory is given back. */
async function runPagefind(pages: readonly IndexPage[], chunkSize: number): Promise<Files> {
  // Pagefind has no option for it; the variable is read when its process starts.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize);
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zxx' });
    if (index === undefined) throw pagefindError(errors);
    for (const [number, { html }] of pages.entries()) {
      const added = await index.addHTMLFile({ url: pageUrl(number), content: html });
      if (added.errors.length > 0) throw pagefindError(added.errors);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw pagefindError(written.errors);
    return new Map(written.files.map(({ path, content }: IndexFile) => [path, copyOf(content)]));
  } finally {
    await close();
    delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  }
}

function copyOf(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(content);
}

function pageUrl(number: number): string {
  return `/${String(number)}/`;
}

interface Meta {
  /** The hash of each page. */
  readonly pages: readonly string[];
  readonly chunks: readonly { readonly start: string; readonly hash: string }[];
}

/** As Pagefind 1.6 writes it: version, pages, chunks, and what we have nothing of. */
async function readMeta(files: Files): Promise<Meta> {
  const names = [...files.keys()].filter((name) => name.endsWith('.pf_meta'));
  const [name = ''] = names;
  if (names.length !== 1) throw formatError(`${names.length} files of metadata`);
  const reader = new CborReader(await unpackSigned(fileOf(files, name)));
  reader.expectArray(6);
  const version = reader.text();
  if (version !== pagefindVersion) throw formatError(`version ${version}`);
  const pages = Array.from({ length: reader.array() }, () => {
    reader.expectArray(3);
    const hash = reader.text();
    reader.integer();
    // The file that holds it together with others, where that was asked for.
    reader.text();
    return hash;
  });
  const chunks = Array.from({ length: reader.array() }, () => {
    reader.expectArray(3);
    const start = reader.text();
    reader.text();
    return { start, hash: reader.text() };
  });
  return { pages, chunks };
}

/** Each page must have the number that it was added with. */
async function checkPages(
  hashes: readonly string[],
  files: Files,
  pages: readonly IndexPage[],
): Promise<void> {
  if (hashes.length !== pages.length) throw formatError(`${hashes.length} pages`);
  for (const [number, hash] of hashes.entries()) {
    const bytes = await unpackSigned(fileOf(files, `fragment/${hash}.pf_fragment`));
    const fragment: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const url = typeof fragment === 'object' && fragment && 'url' in fragment && fragment.url;
    if (url !== pageUrl(number)) throw formatError(`page ${number} is ${String(url)}`);
  }
}

/** The chunks must hold our words and no others, each in the chunk where it is looked for. */
async function checkChunks(
  chunks: readonly WrittenChunk[],
  pages: readonly IndexPage[],
): Promise<void> {
  let places = 0;
  for (const [number, { start, bytes }] of chunks.entries()) {
    const end = chunks[number + 1]?.start;
    for (const [word, postings] of readIndexChunk(await unpackSigned(bytes))) {
      const isInPlace = word >= start && (end === undefined || word < end);
      if (!TOKEN.test(word) || !isInPlace) throw formatError(`the word ${word} in ${number}`);
      for (const { positions } of postings) places += positions.length;
    }
  }
  const expected = pages.reduce((sum, { words }) => sum + words, 0);
  if (places !== expected) throw formatError(`${places} places of words, not ${expected}`);
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
