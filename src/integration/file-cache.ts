import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './folders.ts';

/** Bytes that take long to make, kept in a folder under names that stand for what they are made of. */
export interface FileCache {
  /** Undefined where there is nothing of that name, or where what is there is not what was kept. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
  /** Keeps bytes, whole or not at all. */
  readonly set: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Removes what has not been asked for during thirty days. */
  readonly removeUnused: () => Promise<void>;
}

const day = 86_400_000;
const checksumLength = 32;

/** @param folder - absolute; made when it is needed */
export function createFileCache(folder: string): FileCache {
  return {
    async get(name) {
      const path = join(folder, name);
      const kept = await attempt(() => readFile(path));
      const bytes = kept?.subarray(checksumLength);
      if (bytes === undefined || !kept?.subarray(0, checksumLength).equals(checksum(bytes))) {
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
    async removeUnused() {
      for (const name of (await attempt(() => readdir(folder))) ?? []) {
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
