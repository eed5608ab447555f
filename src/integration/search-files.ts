import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the files of search go. Paths are within the folder of search, with forward slashes. */
export interface SearchFiles {
  /**
   * Writes the files of a folder whose name stands for all that is in it, unless they are there.
   *
   * @param files - makes them; each is named with the folder
   */
  readonly putFolder: (name: string, files: () => Promise<NamedFiles>) => Promise<void>;
  readonly put: (path: string, bytes: Uint8Array) => Promise<void>;
}

export type NamedFiles = Iterable<readonly [path: string, bytes: Uint8Array]>;

/**
 * Writes them all.
 *
 * @param root - absolute; made when it is needed
 * @param onWritten - told of each file, by its path as above and its size in bytes
 */
export function searchFilesIn(
  root: string,
  onWritten: (path: string, size: number) => void,
): SearchFiles {
  const put: SearchFiles['put'] = async (path, bytes) => {
    const absolute = join(root, path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, bytes);
    onWritten(path, bytes.length);
  };
  return {
    put,
    async putFolder(_name, files) {
      for (const [path, bytes] of await files()) await put(path, bytes);
    },
  };
}
