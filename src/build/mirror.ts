import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '#src/integration/folders.ts';
import { foldersOf, type Folder } from './folder-tree.ts';

/**
 * Makes a folder hold these files of another one, by hard links: a file that is linked already is left
 * as it is. Where no link is possible, files are copied. Where a file system lists a name spelled
 * otherwise than it was given (NFD), the file is linked anew each time.
 *
 * @param from - absolute
 * @param to - absolute; made where it is missing, and rid of everything else
 * @param paths - within the first, with forward slashes
 * @throws errors of the file system
 */
export function mirror(from: string, to: string, paths: Iterable<string>): void {
  mirrorFolder(from, to, foldersOf(paths));
}

function mirrorFolder(from: string, to: string, { files, folders }: Folder): void {
  const isNew = mkdirSync(to, { recursive: true }) !== undefined;
  const there = new Set<string>();
  for (const entry of isNew ? [] : readdirSync(to, { withFileTypes: true })) {
    const isKept = (entry.isDirectory() ? folders : files).has(entry.name);
    if (isKept) there.add(entry.name);
    else rmSync(join(to, entry.name), { recursive: true });
  }
  for (const name of files) {
    const link = there.has(name) ? linkFile : linkNew;
    link(join(from, name), join(to, name));
  }
  for (const [name, inside] of folders) mirrorFolder(join(from, name), join(to, name), inside);
}

/**
 * Makes a file be another one as well, or a copy of it.
 *
 * @throws errors of the file system
 */
export function linkFile(source: string, target: string): void {
  const there = statSync(target, { throwIfNoEntry: false, bigint: true });
  if (there !== undefined) {
    const { ino, dev } = statSync(source, { bigint: true });
    // Some file systems number no files.
    if (ino !== 0n && there.ino === ino && there.dev === dev) return;
    rmSync(target);
  }
  linkNew(source, target);
}

function linkNew(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if (!isSystemError(error) || !refusals.has(error.code)) throw error;
    copyFileSync(source, target, constants.COPYFILE_EXCL);
  }
}

/**
 * Another disk, a file system without links, one with no room for another, rights; Node has EISDIR for
 * what Windows calls an invalid function.
 */
const refusals = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EACCES', 'ENOSYS', 'EISDIR']);
