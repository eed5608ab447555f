import { hash } from 'node:crypto';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import { rememberLatest } from '#src/manuscript/remember.ts';
import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { codeDigest } from './code-digest.ts';
import { createFileCache, type FileCache } from './file-cache.ts';
import { inspectBody } from './inspect-body.ts';
import type { Project } from './project.ts';
import { shareWork } from './share-work.ts';
import { fromShelved, type StoredText } from './shelved-text.ts';
import {
  fillShelf,
  readShelf,
  shelvesOf,
  type Facts,
  type KeyedBody,
  type ReadFacts,
  type ShelfJob,
} from './text-shelves.ts';
import { threadsFor } from './thread-limits.ts';

/**
 * What the texts of a site were read as, remembered from build to build, so that each is read once,
 * for the checks and for all outputs. What every build asks of all texts, the facts, lies in one
 * file; what is asked of some, as they are shown, lies on shelves of at most 64 neighbours.
 */
export interface TextStore {
  /**
   * Reads what is not remembered, much of it with all cores, and says where each is stored. It is to
   * be asked for all texts of a site at once.
   *
   * @param coresAfter - until this has resolved, it takes one core; where it rejects, it reads no further
   */
  readonly inspect: (
    bodies: readonly Body[],
    coresAfter?: Promise<unknown>,
  ) => Promise<readonly InspectedBody[]>;
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

/** What is remembered of texts, by their keys. */
type Remembered = ReadonlyMap<string, RememberedText>;

interface RememberedText {
  readonly facts: Facts;
  /** Where it was put: on several shelves where files in several folders say the same. */
  readonly shelves: readonly string[];
}

interface PlacedBody extends KeyedBody {
  readonly shelf: string;
}

const factsName = 'facts';

/** Shelves: a group that is indexed asks for one at a time, and several groups are. */
const askedAtOnce = 4;

/**
 * @param folder - absolute: where texts are remembered; made when it is needed
 * @param code - what reads texts: what another code has read is not used
 */
export function createTextStore(folder: string, code: string): TextStore {
  const cache = createFileCache(folder);
  const latest = rememberLatest((shelf: string) => readShelf(cache, shelf), askedAtOnce);
  return {
    async inspect(bodies, coresAfter) {
      const placed = place(bodies, code);
      let remembered = await readFacts(cache);
      const jobs = jobsOf(placed, remembered, new Set(await cache.names()));
      if (jobs.length > 0) {
        remembered = allOf(placed, remembered, new Map(await fill(jobs, { folder, coresAfter })));
        await cache.set(factsName, serialize(remembered));
        await cache.removeUnused(new Set([factsName, ...placed.map(({ shelf }) => shelf)]));
      }
      return placed.map(({ key, shelf }) => {
        const { facts } = remembered.get(key) ?? unknown(key);
        return { ...facts, stored: `${shelf}/${key}` };
      });
    },
    async recall(bodies) {
      const remembered = await readFacts(cache);
      return bodies.map((body) => remembered.get(keyOf(body, code))?.facts ?? inspectBody(body));
    },
    async find(stored) {
      const [shelf = '', key = ''] = stored.split('/');
      const shelved = (await latest(shelf)).get(key);
      return shelved && fromShelved(shelved);
    },
  };
}

/** The texts of a checkout, read by the code that is in it. */
export function projectTexts({ root, workDir }: Pick<Project, 'root' | 'workDir'>): TextStore {
  return createTextStore(
    join(workDir, 'cache', 'texts'),
    // The last is this room, which says what of a text is remembered.
    codeDigest(root, ['diagnostics', 'manuscript', 'story', 'text', 'integration']),
  );
}

function keyOf({ markdown, language, breaks }: Body, code: string): string {
  return hash('sha256', `${code}\n${language}\n${String(breaks)}\n${markdown}`, 'base64url');
}

function place(bodies: readonly Body[], code: string): readonly PlacedBody[] {
  const shelves = shelvesOf(bodies);
  return bodies.map((body, i) => ({ ...body, key: keyOf(body, code), shelf: shelves[i] ?? '' }));
}

/** What is to be read: texts that nothing is known of, and those that are not on their shelf. */
function jobsOf(
  placed: readonly PlacedBody[],
  remembered: Remembered,
  shelves: ReadonlySet<string>,
): readonly ShelfJob[] {
  const isUnread = ({ key, shelf }: PlacedBody) =>
    remembered.get(key)?.shelves.includes(shelf) !== true || !shelves.has(shelf);
  const onShelf = Map.groupBy(placed, ({ shelf }) => shelf);
  return [...onShelf].flatMap(([shelf, bodies]) => {
    const unread = new Set(bodies.filter(isUnread).map(({ key }) => key));
    return unread.size === 0 ? [] : [{ shelf, bodies, unread }];
  });
}

async function fill(
  jobs: readonly ShelfJob[],
  { folder, coresAfter }: { folder: string; coresAfter: Promise<unknown> | undefined },
): Promise<ReadFacts> {
  const count = jobs.reduce((sum, { unread }) => sum + unread.size, 0);
  const cache = createFileCache(folder);
  const read = await shareWork(jobs, {
    here: (job: ShelfJob) => fillShelf(cache, job),
    worker: new URL('text-worker.ts', import.meta.url),
    workerData: folder,
    threads: threadsFor('texts', count),
    startAfter: coresAfter,
  });
  return read.flat();
}

/** What is to be remembered once every text is on its shelf. */
function allOf(
  placed: readonly PlacedBody[],
  remembered: Remembered,
  read: ReadonlyMap<string, Facts>,
): Remembered {
  return new Map(
    [...Map.groupBy(placed, ({ key }) => key)].map(([key, bodies]) => {
      const facts = read.get(key) ?? remembered.get(key)?.facts ?? unknown(key);
      return [key, { facts, shelves: [...new Set(bodies.map(({ shelf }) => shelf))] }];
    }),
  );
}

function unknown(key: string): never {
  throw new Error(`a text was not read: ${key}`);
}

async function readFacts(cache: FileCache): Promise<Remembered> {
  const bytes = await cache.get(factsName);
  // Its checksum tells that it is what was put there; by which code, each key.
  return bytes === undefined ? new Map() : (deserialize(bytes) as Remembered);
}
