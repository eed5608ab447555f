import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a text file whole or not at all: who reads it finds the old text or the new one, also after
 * a loss of power.
 *
 * @param path - absolute
 * @throws errors of the file system; the old file is as it was then
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  // In the content folder, what begins with a dot is not read.
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
