import { hash } from 'node:crypto';
import { dirname } from 'node:path/posix';
import { deserialize, serialize } from 'node:v8';
import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { prepareText, type PreparedText } from '#src/text/prepare.ts';
import type { FileCache } from './file-cache.ts';

/** A text as it is shown, whatever shows it. */
export interface StoredText {
  /** Base text, a line a block. */
  readonly text: string;
  /** Undefined where the site says more of what is shown than where links lead. */
  readonly forms: PreparedText['forms'];
  /** Undefined where the text has to be read again for it. */
  readonly searchBlocks: PreparedText['searchBlocks'];
}

/** Texts that are remembered together, by what each is remembered by. */
export type Shelf = ReadonlyMap<string, StoredText>;

/** A text under what it is remembered by. */
export interface KeyedBody extends Body {
  readonly key: string;
}

/** What is known of a text, wherever it stands. */
export type Facts = Omit<InspectedBody, 'stored'>;
export type ReadFacts = readonly (readonly [key: string, facts: Facts])[];

/** A shelf to be filled. */
export interface ShelfJob {
  readonly shelf: string;
  /** All that belongs on it. */
  readonly bodies: readonly KeyedBody[];
  /** The keys of those that are to be read, whether they stand there or not. */
  readonly unread: ReadonlySet<string>;
}

const shelfSize = 64;

/**
 * The shelf of each text, which is of its folder. A folder that grows has twice as many of them,
 * and between that its texts stay where they are.
 */
export function shelvesOf(bodies: readonly Pick<Body, 'path'>[]): readonly string[] {
  const folders = bodies.map(({ path }) => dirname(path));
  const counts = new Map<string, number>();
  for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return bodies.map(({ path }, i) => {
    const folder = folders[i] ?? '';
    const shelves = 2 ** Math.max(0, Math.ceil(Math.log2((counts.get(folder) ?? 1) / shelfSize)));
    const shelf = Number.parseInt(hash('sha256', path).slice(0, 8), 16) % shelves;
    return `${hash('sha256', folder).slice(0, 16)}-${shelf.toString()}-${shelves.toString()}`;
  });
}

/** Reads what a shelf lacks, and puts it there. */
export async function fillShelf(
  cache: FileCache,
  { shelf, bodies, unread }: ShelfJob,
): Promise<ReadFacts> {
  const kept = await readShelf(cache, shelf);
  const texts = new Map<string, StoredText>();
  const read: (readonly [string, Facts])[] = [];
  for (const { key, markdown, language, breaks } of bodies) {
    const known = unread.has(key) ? undefined : kept.get(key);
    if (known !== undefined) {
      texts.set(key, known);
      continue;
    }
    const { facts, length, forms, searchBlocks } = prepareText(markdown, { language, breaks });
    const { text, ...others } = facts;
    texts.set(key, { text, forms, searchBlocks });
    read.push([key, { ...others, length: length.amount }]);
  }
  await cache.set(shelf, serialize(texts));
  return read;
}

/** Empty where there is none, or not the one that was put there. */
export async function readShelf(cache: FileCache, shelf: string): Promise<Shelf> {
  const bytes = await cache.get(shelf);
  // Its checksum tells that it is what was put there; what is on it by which code, each key.
  return bytes === undefined ? new Map() : (deserialize(bytes) as Shelf);
}
