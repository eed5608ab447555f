import { access, constants, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Finding } from '#src/diagnostics/finding.ts';

/** What every built site has, and hardly any other: a folder with all of them is ours to replace. */
const landmarks = ['index.html', '404.html', 'robots.txt', '_redirects', '_astro', 'archive'];

export interface OutputFolders {
  /** Absolute: what is to be written. */
  readonly outDir: string;
  /** Absolute folders that must not be lost: the project's, the content's. */
  readonly kept: readonly string[];
  /** Absolute folders that a build reads or works in: no output may lie in them. */
  readonly sources: readonly string[];
}

/**
 * Looks, before anything is built, whether the output can take its place in the end.
 *
 * @returns at most one finding, about the output folder (`file` is `.`)
 */
export async function checkOutput({
  outDir,
  kept,
  sources,
}: OutputFolders): Promise<readonly Finding[]> {
  const values = { path: outDir };
  const isInTheWay =
    kept.some((folder) => contains(outDir, folder)) ||
    sources.some((folder) => contains(folder, outDir));
  if (isInTheWay) {
    return [{ code: 'output-not-replaceable', file: '.', values }];
  }
  try {
    await tryToWrite(freshFolder(outDir));
    const names = await readdir(outDir).catch(onMissing);
    if (names.length > 0 && !landmarks.every((name) => names.includes(name))) {
      return [{ code: 'output-not-replaceable', file: '.', values }];
    }
    if (names.length > 0) await access(outDir, constants.W_OK);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [{ code: 'output-unwritable', file: '.', values: { ...values, reason: error.code } }];
  }
}

/**
 * Puts a finished folder in the place of the output. Until the last moment the old output stands
 * there, and it comes back when something fails.
 *
 * @param finished - absolute; is gone afterwards
 * @throws errors of the file system
 */
export async function replaceOutput(finished: string, outDir: string): Promise<void> {
  const fresh = freshFolder(outDir);
  const old = `${outDir}.old-${String(process.pid)}`;
  await mkdir(dirname(outDir), { recursive: true });
  await moveFolder(finished, fresh);
  try {
    const hadOutput = await rename(outDir, old).then(() => true, onMissingFalse);
    try {
      await rename(fresh, outDir);
    } catch (error) {
      if (hadOutput) await rename(old, outDir);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(old, { recursive: true, force: true });
}

function freshFolder(outDir: string): string {
  return `${outDir}.new-${String(process.pid)}`;
}

// Rights do not tell everything: not on a read-only disk, and not to an administrator. One folder
// at a time, since Node's recursive mkdir never ends where the system makes none, as in /proc.
async function tryToWrite(folder: string): Promise<void> {
  const made: string[] = [];
  try {
    for (const missing of await missingFolders(folder)) {
      await mkdir(missing);
      made.unshift(missing);
    }
  } finally {
    for (const path of made) await rmdir(path);
  }
}

/** The outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  const isMissing = await access(folder).then(() => false, isMissingError);
  return isMissing ? [...(await missingFolders(dirname(folder))), folder] : [];
}

// A rename does not cross devices, and the project may lie on another one than the output.
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && way !== path);
}

function onMissing(error: unknown): string[] {
  isMissingError(error);
  return [];
}

/** @throws any other error */
function isMissingError(error: unknown): true {
  if (isSystemError(error) && error.code === 'ENOENT') return true;
  throw error;
}

function onMissingFalse(error: unknown): false {
  onMissing(error);
  return false;
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Where a build is written before it replaces the output: fixed, since Astro's cache depends on it. */
export function stagingFolder(workDir: string): string {
  return join(workDir, 'site');
}
