import { CborReader } from './cbor.ts';
import { BETWEEN, type PageCharacters } from './index-page.ts';
import { readPagefindChunk } from './pagefind-chunk.ts';
import { unpackSigned } from './pagefind-pack.ts';
import type { PagefindFiles } from './run-pagefind.ts';
import { sheetEnd, type Tokens } from './tokens.ts';

/** The release whose files `pagefind-chunk.ts` reads; another may write them otherwise. */
const pagefindVersion = '1.6.0';

/**
 * Reads an index of Pagefind's back into the sheets that it is of.
 *
 * @param files - from `runPagefind`
 * @param given - what it was given
 * @returns what the index holds, which is the same
 * @throws Error when it is not: when the index does not hold each character at its position on its sheet
 * with its weight, or holds anything else
 */
export async function readPagefind(
  files: PagefindFiles,
  given: readonly PageCharacters[],
  { characterOf }: Tokens,
): Promise<readonly PageCharacters[]> {
  const sheets = given.map(({ codePoints: { length } }) => ({
    codePoints: new Uint32Array(length).fill(BETWEEN),
    weights: new Uint8Array(length),
  }));
  const ends = new Set<number>();
  let character: number | undefined;
  let last = '';
  for (const hash of await readChunkNames(files)) {
    const bytes = await unpackSigned(fileOf(files, `index/${hash}.pf_index`));
    readPagefindChunk(bytes, (word, number, position, weight) => {
      if (word !== last) character = characterOf(word);
      last = word;
      const sheet = sheets[number];
      if (word === sheetEnd && position === sheet?.codePoints.length) ends.add(number);
      else if (character === undefined || sheet?.codePoints[position] !== BETWEEN) {
        throw formatError(`the word ${word} at ${position} of sheet ${number}`);
      } else {
        sheet.codePoints[position] = character;
        sheet.weights[position] = weight;
      }
    });
  }
  if (ends.size !== sheets.length) throw formatError(`${ends.size} ends of sheets`);
  sheets.forEach((sheet, number) => {
    if (!isSame(sheet, given[number])) throw formatError(`sheet ${number} is not what was given`);
  });
  return sheets;
}

/** The chunks, in the metadata as Pagefind 1.6 writes it: version, pages, chunks, and more. */
async function readChunkNames(files: PagefindFiles): Promise<readonly string[]> {
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

function isSame(read: PageCharacters, given: PageCharacters | undefined): boolean {
  return (
    given !== undefined &&
    Buffer.compare(bytesOf(read.codePoints), bytesOf(given.codePoints)) === 0 &&
    Buffer.compare(read.weights, given.weights) === 0
  );
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function fileOf(files: PagefindFiles, name: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(name);
  if (bytes === undefined) throw formatError(`no ${name}`);
  return bytes;
}

function formatError(what: string): Error {
  return new Error(
    `Pagefind ${pagefindVersion} did not write the index that is read here: ${what}`,
  );
}
