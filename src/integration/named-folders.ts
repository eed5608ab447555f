import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists, isMissing, remove } from './folders.ts';

/** Folders in a folder, each under a name that stands for all that is in it. */
export interface NamedFolders {
  /** Makes one, unless it is there. Files are named with it. */
  readonly put: (name: string, files: () => Promise<Files>) => Promise<void>;
  /** Removes whatever else is there. */
  readonly removeOthers: () => Promise<void>;
}

type Files = Iterable<readonly [name: string, bytes: Uint8Array]>;

/** @param root - absolute; made when it is needed */
export function createNamedFolders(root: string): NamedFolders {
  const known = new Set<string>();
  return {
    async put(name, files) {
      if (known.has(name)) return;
      known.add(name);
      if (await exists(join(root, name))) return;
      // Under its name it is whole.
      const unfinished = join(root, `${name}-unfinished`);
      await remove(unfinished);
      await writeFiles(unfinished, name, await files());
      await rename(unfinished, join(root, name));
    },
    async removeOthers() {
      for (const name of await namesIn(root)) {
        if (!known.has(name)) await remove(join(root, name));
      }
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A few at a time, since all may be more than should be held in memory. */
async function writeFiles(folder: string, name: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  const queue = files[Symbol.iterator]();
  const work = async () => {
    for (const [path, bytes] of { [Symbol.iterator]: () => queue }) {
      await writeFile(join(folder, path.slice(name.length + 1)), bytes);
    }
  };
  await Promise.all(Array.from({ length: OPEN_FILES }, work));
}

/** Few enough for any limit on open files. */
const OPEN_FILES = 32;
