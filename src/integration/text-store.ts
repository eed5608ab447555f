import { hash } from 'node:crypto';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { deserialize, serialize } from 'node:v8';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { prepareText, type PreparedText } from '#src/text/prepare.ts';
import { codeDigest } from './code-digest.ts';
import { createFileCache, type FileCache } from './file-cache.ts';
import { inspectBody } from './inspect-body.ts';
import type { Project } from './project.ts';
import { shareWork } from './share-work.ts';
import { threadsFor } from './thread-limits.ts';

/** A text as it is shown, whatever shows it. */
export interface StoredText {
  /** Base text, a line a block. */
  readonly text: string;
  /** Undefined where the site says more of what is shown than where links lead. */
  readonly forms: PreparedText['forms'];
  /** Undefined where the text has to be read again for it. */
  readonly searchBlocks: PreparedText['searchBlocks'];
}

/**
 * What the texts of a site were read as, remembered from build to build, so that each is read once,
 * for the checks and for all outputs. What every build asks of all texts, the facts, lies in one
 * file; what is asked of some, as they are shown, lies on shelves of a few dozen neighbours.
 */
export interface TextStore {
  /**
   * Reads what is not remembered, much of it with all cores, and says where each is stored. It is to
   * be asked for all texts of a site at once.
   */
  readonly inspect: (bodies: readonly Body[]) => Promise<readonly InspectedBody[]>;
  /** What is known of texts; what is not remembered is read, and forgotten again. */
  readonly recall: (bodies: readonly Body[]) => Promise<readonly InspectedBody[]>;
  /** @returns undefined where it is not there any more: then its file has to be read */
  readonly find: (stored: string) => Promise<StoredText | undefined>;
}

/** The text of a file's body by the file's path. */
export type StoredTextOf = (path: string) => Promise<StoredText | undefined>;

/** Looks texts up where a manuscript says that they are stored. */
export function storedTexts(
  { episodes, pages }: Pick<Manuscript, 'episodes' | 'pages'>,
  { find }: Pick<TextStore, 'find'>,
): StoredTextOf {
  const places = new Map([...episodes, ...pages].map(({ path, body }) => [path, body.stored]));
  return async (path) => {
    const stored = places.get(path);
    return stored === undefined ? undefined : find(stored);
  };
}

/** A shelf to be filled: with what is there already, and what is to be read. */
export interface ShelfJob {
  readonly shelf: string;
  /** All that belongs on it. */
  readonly keys: readonly string[];
  readonly unread: readonly KeyedBody[];
}

/** A text under what it is remembered by. */
export interface KeyedBody extends Body {
  readonly key: string;
}

type Facts = Omit<InspectedBody, 'stored'>;
export type ReadFacts = readonly (readonly [key: string, facts: Facts])[];
type Shelf = ReadonlyMap<string, StoredText>;

const factsName = 'facts';
const shelfSize = 64;

/**
 * @param folder - absolute: where texts are remembered; made when it is needed
 * @param code - what reads texts: what another code has read is not used
 */
export function createTextStore(folder: string, code: string): TextStore {
  const cache = createFileCache(folder);
  const latest = rememberLast((shelf: string) => readShelf(cache, shelf));
  return {
    async inspect(bodies) {
      const keyed = bodies.map((body) => ({ ...body, key: keyOf(body, code) }));
      const facts = new Map(await readFacts(cache));
      const shelves = shelvesOf(keyed);
      const jobs = jobsOf(keyed, shelves, facts);
      if (jobs.length > 0) {
        for (const [key, read] of await fill(folder, jobs)) facts.set(key, read);
        const asked = keyed.map(({ key }) => [key, known(facts, key)] as const);
        await cache.set(factsName, serialize(new Map(asked)));
        await cache.removeUnused();
      }
      return keyed.map(({ key }, i) => {
        return { ...known(facts, key), stored: `${shelves[i] ?? ''}/${key}` };
      });
    },
    async recall(bodies) {
      const facts = await readFacts(cache);
      return bodies.map((body) => facts.get(keyOf(body, code)) ?? inspectBody(body));
    },
    async find(stored) {
      const [shelf = '', key = ''] = stored.split('/');
      return (await latest(shelf)).get(key);
    },
  };
}

/** The texts of a checkout, read by the code that is in it. */
export function projectTexts({ root, workDir }: Pick<Project, 'root' | 'workDir'>): TextStore {
  return createTextStore(
    join(workDir, 'cache', 'texts'),
    codeDigest(root, ['diagnostics', 'manuscript', 'story', 'text']),
  );
}

/** Reads what a shelf lacks, and puts it there. */
export async function fillShelf(
  cache: FileCache,
  { shelf, keys, unread }: ShelfJob,
): Promise<ReadFacts> {
  const kept = await readShelf(cache, shelf);
  const texts = new Map<string, StoredText>();
  for (const key of keys) {
    const text = kept.get(key);
    if (text !== undefined) texts.set(key, text);
  }
  const read: (readonly [string, Facts])[] = [];
  for (const { key, markdown, language, breaks } of unread) {
    const { facts, length, forms, searchBlocks } = prepareText(markdown, { language, breaks });
    const { text, ...others } = facts;
    texts.set(key, { text, forms, searchBlocks });
    read.push([key, { ...others, length: length.amount }]);
  }
  await cache.set(shelf, serialize(texts));
  return read;
}

function keyOf({ markdown, language, breaks }: Body, code: string): string {
  return hash('sha256', `${code}\n${language}\n${String(breaks)}\n${markdown}`, 'base64url');
}

function known(facts: ReadonlyMap<string, Facts>, key: string): Facts {
  const found = facts.get(key);
  if (found === undefined) throw new Error(`a text was not read: ${key}`);
  return found;
}

/**
 * The shelf of each text, which is of its folder. A folder that grows has twice as many of them,
 * and between that its texts stay where they are.
 */
function shelvesOf(bodies: readonly Body[]): readonly string[] {
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

function jobsOf(
  bodies: readonly KeyedBody[],
  shelves: readonly string[],
  facts: ReadonlyMap<string, unknown>,
): readonly ShelfJob[] {
  const onShelf = Map.groupBy(
    bodies.map((body, i) => ({ body, shelf: shelves[i] ?? '' })),
    ({ shelf }) => shelf,
  );
  return [...onShelf].flatMap(([shelf, members]) => {
    const all = members.map(({ body }) => body);
    const unread = all.filter(({ key }) => !facts.has(key));
    return unread.length === 0 ? [] : [{ shelf, keys: all.map(({ key }) => key), unread }];
  });
}

async function fill(folder: string, jobs: readonly ShelfJob[]): Promise<ReadFacts> {
  const count = jobs.reduce((sum, { unread }) => sum + unread.length, 0);
  const cache = createFileCache(folder);
  const read = await shareWork(jobs, {
    here: (job: ShelfJob) => fillShelf(cache, job),
    worker: new URL('text-worker.ts', import.meta.url),
    workerData: folder,
    threads: threadsFor('texts', count),
  });
  return read.flat();
}

async function readFacts(cache: FileCache): Promise<ReadonlyMap<string, Facts>> {
  const bytes = await cache.get(factsName);
  // Its checksum tells that it is what was put there under that name.
  return bytes === undefined ? new Map() : (deserialize(bytes) as ReadonlyMap<string, Facts>);
}

async function readShelf(cache: FileCache, shelf: string): Promise<Shelf> {
  const bytes = await cache.get(shelf);
  return bytes === undefined ? new Map() : (deserialize(bytes) as Shelf);
}

/** Neighbours are asked for one after the other. */
function rememberLast<T>(make: (name: string) => Promise<T>): (name: string) => Promise<T> {
  let last: { readonly name: string; readonly value: Promise<T> } | undefined;
  return (name) => {
    if (last?.name !== name) last = { name, value: make(name) };
    return last.value;
  };
}
