import { existsSync } from 'node:fs';
import {
  access,
  cp,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import { walkFolder } from '#src/manuscript/walk-folder.ts';

/**
 * Where a path leads, through every symbolic link on the way, whether or not anything is there yet.
 *
 * @param path - absolute
 * @throws errors of the file system, such as a loop of links
 */
export async function resolveFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error;
  }
  const parent = await resolveFolder(dirname(path));
  const own = join(parent, basename(path));
  return (await isLink(own)) ? resolveFolder(resolve(parent, await readlink(own))) : own;
}

/** Whether a path is a folder or lies in it; both absolute and resolved. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Makes a folder, with those around it that are missing, and removes what it made: rights do not
 * tell everything, not on a read-only disk, and not to an administrator.
 *
 * @throws errors of the file system
 */
export async function tryToMake(folder: string): Promise<void> {
  const made: string[] = [];
  try {
    // One at a time: Node's recursive mkdir never ends where the system makes none, as in /proc.
    for (const missing of await missingFolders(folder)) {
      await mkdir(missing);
      made.unshift(missing);
    }
  } finally {
    for (const path of made) await rmdir(path);
  }
}

/**
 * Moves a file or a folder, by a copy where a rename does not reach. A copy that fails, as on a
 * full disk, leaves nothing behind.
 *
 * @param to - what is not there yet
 * @throws errors of the file system
 */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
    return;
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
  }
  try {
    await cp(from, to, { recursive: true });
  } catch (error) {
    await remove(to);
    throw error;
  }
  await remove(from);
}

/**
 * Removes a file or a folder, if it is there.
 *
 * @throws errors of the file system
 */
export async function remove(path: string): Promise<void> {
  // Windows refuses while a virus scanner or a preview reads one of the files.
  await rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * The files in a folder and all below it, those that links lead to included; a link that leads
 * nowhere is none.
 *
 * @param folder - absolute
 * @returns paths within it, with forward slashes, in the order of their names; none where it is missing
 * @throws errors of the file system
 */
export function filesIn(folder: string): readonly string[] {
  return listFolder(folder).files;
}

export interface FolderList {
  /** As `filesIn` has them. */
  readonly files: readonly string[];
  /**
   * Links that are not followed: to a folder that they lie in, to themselves, or to another folder by
   * way of more than two. So no ring of links goes round for ever.
   */
  readonly loops: readonly string[];
}

/**
 * As `filesIn`, with what it leaves out.
 *
 * @throws errors of the file system
 */
export function listFolder(folder: string): FolderList {
  const files: string[] = [];
  const loops: string[] = [];
  for (const entry of existsSync(folder) ? walkFolder(folder) : []) {
    const { path, kind } = entry;
    if (kind === 'file') files.push(path);
    else if (kind === 'loop') loops.push(path);
    else if (kind === 'unreadable') throw entry.error;
    else if (kind === 'astray') {
      if (hasCode(entry.error, 'ELOOP')) loops.push(path);
      else if (!hasCode(entry.error, 'ENOENT', 'ENOTDIR')) throw entry.error;
    }
  }
  return { files: files.sort(compareTexts), loops: loops.sort(compareTexts) };
}

/** What lies in a folder; nothing where it is missing. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** @throws errors of the file system but that it is not there */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

/** Whether an error is one of the file system's with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isSystemError(error) && codes.includes(error.code);
}

export function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  if (dirname(folder) === folder || (await exists(folder))) return [];
  return [...(await missingFolders(dirname(folder))), folder];
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
