import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '#src/integration/folders.ts';

/**
 * Makes a folder hold what another one holds, by hard links: a file that is linked already is left
 * as it is. Where no link is possible, files are copied.
 *
 * @param from - absolute
 * @param to - absolute; made where it is missing, and rid of everything else
 * @throws errors of the file system
 */
export function mirror(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const [wanted, there] = [entriesOf(from), entriesOf(to)];
  for (const [name, entry] of there) {
    const isKept = wanted.get(name)?.isDirectory() === entry.isDirectory();
    if (!isKept) rmSync(join(to, name), { recursive: true });
  }
  for (const [name, entry] of wanted) {
    const [source, target] = [join(from, name), join(to, name)];
    if (entry.isDirectory()) mirror(source, target);
    else linkFile(source, target);
  }
}

function entriesOf(folder: string): ReadonlyMap<string, Dirent> {
  return new Map(readdirSync(folder, { withFileTypes: true }).map((one) => [one.name, one]));
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
