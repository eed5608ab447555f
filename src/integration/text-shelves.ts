import { hash } from 'node:crypto';
import { dirname } from 'node:path/posix';
import { deserialize, serialize } from 'node:v8';
import { inOrderOfNames } from '#src/manuscript/order-texts.ts';
import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { prepareText } from '#src/text/prepare.ts';
import type { FileCache } from './file-cache.ts';
import { toShelved, type ShelvedText } from './shelved-text.ts';

/** Texts that are remembered together, by what each is remembered by. */
export type Shelf = ReadonlyMap<string, ShelvedText>;

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

const mostOnShelf = 64;

/**
 * The shelf of each text: neighbours of a folder, in the order of their names, share one of at most
 * 64. A text that is added goes to a shelf that is there or cuts it in two, and the others stay where
 * they are, but for a few now and then.
 */
export function shelvesOf(bodies: readonly Pick<Body, 'path'>[]): readonly string[] {
  const shelves = new Map<string, string>();
  const paths = bodies.map(({ path }) => path);
  for (const [folder, inFolder] of Map.groupBy(paths, (path) => dirname(path))) {
    for (const [i, neighbours] of cutInto(inOrderOfNames(inFolder, (path) => path)).entries()) {
      const shelf = hash('sha256', i === 0 ? folder : (neighbours[0] ?? '')).slice(0, 24);
      for (const path of neighbours) shelves.set(path, shelf);
    }
  }
  return paths.map((path) => shelves.get(path) ?? '');
}

/** A cut depends on the texts around it, and not on how many come before. */
function cutInto(sorted: readonly string[]): readonly (readonly string[])[] {
  if (sorted.length <= mostOnShelf) return [sorted];
  const hashes = sorted.map((path) => hash('sha256', path));
  const cut = (from: number, to: number): readonly (readonly string[])[] => {
    if (to - from <= mostOnShelf) return [sorted.slice(from, to)];
    let at = from + 1;
    for (let i = at; i < to; i += 1) if ((hashes[i] ?? '') < (hashes[at] ?? '')) at = i;
    return [...cut(from, at), ...cut(at, to)];
  };
  return cut(0, sorted.length);
}

/** Reads what a shelf lacks, and puts it there. */
export async function fillShelf(
  cache: FileCache,
  { shelf, bodies, unread }: ShelfJob,
): Promise<ReadFacts> {
  const kept = await readShelf(cache, shelf);
  const texts = new Map<string, ShelvedText>();
  const read: (readonly [string, Facts])[] = [];
  for (const { key, markdown, language, breaks } of bodies) {
    const known = unread.has(key) ? undefined : kept.get(key);
    if (known !== undefined) {
      texts.set(key, known);
      continue;
    }
    const { facts, length, forms, searchBlocks } = prepareText(markdown, { language, breaks });
    const { text, ...others } = facts;
    texts.set(key, toShelved({ text, forms, searchBlocks }));
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
