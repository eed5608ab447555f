import { existsSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
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
    if (!isSystemError(error) || error.code !== 'EXDEV') throw error;
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

/** As `filesIn`, with what it leaves out. */
export function listFolder(folder: string): FolderList {
  const found = { files: new Array<string>(), loops: new Array<string>() };
  if (existsSync(folder)) {
    list({ path: '', real: realpathSync.native(folder), ancestors: [], links: 0 }, found);
  }
  return { files: found.files.sort(compareTexts), loops: found.loops.sort(compareTexts) };
}

/** A folder on the way. */
interface Visit {
  /** Within the folder that is listed. */
  readonly path: string;
  /** Absolute, behind all links. */
  readonly real: string;
  /** Real paths of the folders that it lies in. */
  readonly ancestors: readonly string[];
  /** How many links lead here. */
  readonly links: number;
}

const mostLinks = 2;

function list(visit: Visit, found: { files: string[]; loops: string[] }): void {
  const { real, links } = visit;
  if (visit.ancestors.includes(real) || links > mostLinks) {
    found.loops.push(visit.path);
    return;
  }
  const ancestors = [...visit.ancestors, real];
  for (const entry of readdirSync(real, { withFileTypes: true })) {
    const path = visit.path === '' ? entry.name : `${visit.path}/${entry.name}`;
    const absolute = join(real, entry.name);
    const target = entry.isSymbolicLink() ? targetOf(absolute) : { kind: entry, real: absolute };
    if (target === 'loop') found.loops.push(path);
    else if (target?.kind.isFile()) found.files.push(path);
    else if (target?.kind.isDirectory()) {
      const more = entry.isSymbolicLink() ? 1 : 0;
      list({ path, real: target.real, ancestors, links: links + more }, found);
    }
  }
}

/** Where a link leads: nowhere, perhaps, or in a circle. */
function targetOf(link: string): { kind: Stats; real: string } | 'loop' | undefined {
  try {
    const real = realpathSync.native(link);
    return { kind: statSync(real), real };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ELOOP') return 'loop';
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
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
  return isSystemError(error) && error.code === 'ENOENT';
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
