import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './folders.ts';

/** Bytes that take long to make, kept in a folder under names that stand for what they are made of. */
export interface FileCache {
  /**
   * Undefined where there is nothing of that name, or where what is there is not what was kept, which is
   * removed.
   */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
  /** Keeps bytes, whole or not at all. */
  readonly set: (name: string, bytes: Uint8Array) => Promise<void>;
  /** The names of all there is. */
  readonly names: () => Promise<readonly string[]>;
  /**
   * Removes what has not been asked for during thirty days.
   *
   * @param needed - names that stay all the same: what was made of them may be kept elsewhere, so that
   * nobody has to ask
   */
  readonly removeUnused: (needed: ReadonlySet<string>) => Promise<void>;
}

const day = 86_400_000;
const checksumLength = 32;

/** @param folder - absolute; made when it is needed */
export function createFileCache(folder: string): FileCache {
  const names: FileCache['names'] = async () => (await attempt(() => readdir(folder))) ?? [];
  return {
    names,
    async get(name) {
      const path = join(folder, name);
      const kept = await attempt(() => readFile(path));
      if (kept === undefined) return undefined;
      const bytes = kept.subarray(checksumLength);
      if (!kept.subarray(0, checksumLength).equals(checksum(bytes))) {
        await attempt(() => rm(path));
        return undefined;
      }
      await attempt(() => markUsed(path));
      return bytes;
    },
    async set(name, bytes) {
      const path = join(folder, name);
      const unfinished = `${path}.${randomUUID()}`;
      await attempt(async () => {
        await mkdir(folder, { recursive: true });
        await writeFile(unfinished, Buffer.concat([checksum(bytes), bytes]));
        await rename(unfinished, path);
      });
      await attempt(() => rm(unfinished, { force: true }));
    },
    async removeUnused(needed) {
      for (const name of await names()) {
        if (needed.has(name)) continue;
        const path = join(folder, name);
        await attempt(async () => {
          if ((await age(path)) > 30 * day) await rm(path);
        });
      }
    },
  };
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function markUsed(path: string): Promise<void> {
  const now = new Date();
  if ((await age(path)) > day) await utimes(path, now, now);
}

/** Milliseconds since a file was written or marked. */
async function age(path: string): Promise<number> {
  return Date.now() - (await stat(path)).mtimeMs;
}

/** What the disk does not allow is left undone: it costs time, and nothing else. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
