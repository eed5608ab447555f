import { join } from 'node:path';
import { rename } from 'node:fs/promises';
import { exists, namesIn, remove } from '#src/integration/folders.ts';

// What stands beside an output, or in it, only while it is being replaced.

/** A folder beside the output, on the same disk: the new contents on their way in, or the old. */
export function beside(target: string, what: 'new' | 'old'): string {
  return `${target}.tsuzuki-${what}`;
}

/** The same in an output that cannot be renamed itself. */
export function inside(target: string, what: 'new' | 'old'): string {
  return join(target, namesInside[what]);
}

const namesInside = { new: '.tsuzuki-new', old: '.tsuzuki-old' } as const;

/** Put there by the system that shows the folder, or by a build that was killed. */
const disposable = new Set([
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  ...Object.values(namesInside),
]);

/** What lies in an output and is not to be left out of account. */
export async function lastingNamesIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => !disposable.has(name));
}

/**
 * Removes what a killed build has left beside an output. Where it had put the last one aside, and the
 * new one not yet in its place, the last one is put back.
 *
 * @param target - absolute and resolved
 * @throws errors of the file system
 */
export async function putInOrder(target: string): Promise<void> {
  const old = beside(target, 'old');
  await remove(beside(target, 'new'));
  if (!(await exists(old))) return;
  if (await exists(target)) await remove(old);
  else await rename(old, target);
}
