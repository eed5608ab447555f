import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, posix } from 'node:path';
import type { FileContent } from '#src/integration/endpoint.ts';
import { hasCode } from '#src/integration/folders.ts';
import { digestOf } from '#src/manuscript/source-file.ts';

/** A file of the output as it was written. */
export interface WrittenFile {
  /** Within the output, with forward slashes. */
  readonly path: string;
  /** What it was made of. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  /** SHA-256 of the bytes (`digestOf`). */
  readonly digest: string;
}

/**
 * Writes a file of the output, and the folders that it lies in. Whatever is there under one of their
 * names is replaced, and no file is written over: the output may share it by a hard link.
 *
 * @throws errors of the file system
 */
export type WriteOutput = (
  file: Pick<WrittenFile, 'path' | 'key'>,
  content: FileContent,
) => WrittenFile;

/** @param folder - absolute: of the output */
export function createOutputWriter(folder: string): WriteOutput {
  const folders = createFolderMaker(folder);
  const encode = createEncoder();
  const open = (path: string): number => {
    folders.make(posix.dirname(path));
    try {
      return openNew(join(folder, path));
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
      // Somebody else has removed what was made, or put something in its place.
      folders.forget();
      folders.make(posix.dirname(path));
      return openNew(join(folder, path));
    }
  };
  return ({ path, key }, content) => {
    const bytes = typeof content === 'string' ? encode(content) : content;
    const file = open(path);
    try {
      writeFileSync(file, bytes);
      const { mtimeMs } = fstatSync(file);
      return { path, key, size: bytes.length, modified: mtimeMs, digest: digestOf(bytes) };
    } finally {
      closeSync(file);
    }
  };
}

interface FolderMaker {
  /** Makes a folder, and those around it, where they were not made before. */
  readonly make: (path: string) => void;
  /** Looks at each folder again. */
  readonly forget: () => void;
}

/** @param top - absolute: what folders are made in */
function createFolderMaker(top: string): FolderMaker {
  const made = new Set<string>();
  const make = (path: string): void => {
    if (path === '.' || made.has(path)) return;
    make(posix.dirname(path));
    const absolute = join(top, path);
    removeFile(absolute);
    // Another thread may have made it, which is no error so.
    mkdirSync(absolute, { recursive: true });
    made.add(path);
  };
  return {
    make,
    forget() {
      made.clear();
    },
  };
}

/** Removes what is no folder. Another thread may do so at the same time, and make the folder. */
function removeFile(absolute: string): void {
  const isFile = () => lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === false;
  if (!isFile()) return;
  try {
    unlinkSync(absolute);
  } catch (error) {
    if (isFile()) throw error;
  }
}

/** Opens a file that was not there, or is not any more, whatever an earlier output has in its place. */
function openNew(absolute: string): number {
  try {
    return openSync(absolute, 'wx');
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    rmSync(absolute, { recursive: true, force: true });
    return openSync(absolute, 'wx');
  }
}

/** Bytes: more than nearly all pages have. */
const leastRoom = 1 << 20;
/** Bytes of UTF-8 for a code unit of UTF-16: a pair of them has four. */
const mostOfUnit = 3;

/**
 * UTF-8 in memory that is used again for each text, which takes a third of the time of new memory for
 * each. So its bytes are gone with the next text.
 */
function createEncoder(): (text: string) => Uint8Array {
  let room = Buffer.alloc(0);
  return (text) => {
    const most = text.length * mostOfUnit;
    if (room.length < most) room = Buffer.allocUnsafeSlow(Math.max(most, leastRoom));
    return room.subarray(0, room.write(text));
  };
}
