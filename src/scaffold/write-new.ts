import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { foldName } from '#src/manuscript/addresses.ts';

/**
 * Writes a file that is not there yet.
 *
 * @returns whether it was written: false where there is one of that name
 * @throws the error of the operating system, where nothing can be written
 */
export function writeNewFile(path: string, text: string): boolean {
  return uninterrupted(() => {
    if (isThere(path)) {
      return false;
    }
    let file: number;
    try {
      file = openSync(path, 'wx');
    } catch (error) {
      if (isExisting(error)) {
        return false;
      }
      throw error;
    }
    try {
      writeFileSync(file, text);
      return true;
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
  });
}

/**
 * Writes a folder that is not there yet, with its files, all or nothing: it is made under a name
 * that the site ignores and then gets its own.
 *
 * @returns whether it was written: false where there is something of that name
 * @throws the error of the operating system, where nothing can be written
 */
export function writeNewFolder(folder: string, files: ReadonlyMap<string, string>): boolean {
  return uninterrupted(() => {
    if (isThere(folder)) {
      return false;
    }
    const draft = join(dirname(folder), `.new-${randomUUID()}`);
    try {
      mkdirSync(draft);
      for (const [name, text] of files) {
        writeFileSync(join(draft, name), text, { flag: 'wx' });
      }
      renameSync(draft, folder);
      return true;
    } catch (error) {
      if (isExisting(error)) {
        return false;
      }
      throw error;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

/** Whether the name of an error is that of something being in the way. */
function isExisting(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'EEXIST' || code === 'ENOTEMPTY' || code === 'ENOTDIR';
}

/** What the operating system calls an error; undefined where it is none of its. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** A name that differs only in case or normal form is the same file on some machines. */
function isThere(path: string): boolean {
  const name = foldName(basename(path));
  return readdirSync(dirname(path)).some((other) => foldName(other) === name);
}

/** While someone listens for Ctrl-C it waits until nothing runs: the work ends, or never began. */
function uninterrupted<T>(work: () => T): T {
  const listen = () => undefined;
  process.on('SIGINT', listen);
  try {
    return work();
  } finally {
    process.off('SIGINT', listen);
  }
}
