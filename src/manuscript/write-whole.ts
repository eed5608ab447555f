import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a file of the content folder in the place of the last one, whole or not at all. When it
 * returns, the new one is on the disk; whatever happens before that, a loss of power too, the last
 * one is. Of two at once for the same file, one would take what the other has begun.
 *
 * @param path - absolute
 * @throws errors of the file system; the old file is as it was then
 */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
  // In the content folder, what begins with a dot is not read.
  const draft = join(dirname(path), `.${basename(path)}.new`);
  try {
    writeFlushed(draft, bytes);
    renameSync(draft, path);
    flushFolder(dirname(path));
  } catch (error) {
    removeIfPossible(draft);
    throw error;
  }
}

function writeFlushed(path: string, bytes: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without this a rename may be lost with the power, though the file itself is on the disk. */
function flushFolder(path: string): void {
  // Windows opens no folders, and writes renames into a journal.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** What is left of a draft is in nobody's way: the next one takes its place. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What kept the file from being written is the error to be told of.
  }
}
