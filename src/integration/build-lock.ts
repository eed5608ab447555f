import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LockOptions {
  /** Called once when another process holds the lock. */
  readonly onWait: () => void;
}

/** Milliseconds between two looks at a lock that another process holds. */
const patience = 100;

/** Milliseconds that an owner has for writing its number; without one, it died in between. */
const namelessLimit = 5000;

/**
 * Runs a task while no other process runs one under the same lock. The lock is a file that holds
 * the owner's process id; one whose owner is gone counts as open.
 *
 * @param path - absolute; its folder is made where it is missing
 * @throws whatever the task throws, and errors of the file system
 */
export async function withLock<T>(
  path: string,
  { onWait }: LockOptions,
  task: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let waited = false;
  while (!(await acquire(path))) {
    if (!waited) onWait();
    waited = true;
    await sleep(patience);
  }
  try {
    return await task();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await clearIfAbandoned(path);
    return false;
  }
}

async function clearIfAbandoned(path: string): Promise<void> {
  const owner = await readOwner(path);
  const isHeld = owner === undefined ? await isFresh(path) : isRunning(owner);
  if (isHeld) return;
  // Of several that find the lock abandoned, one rename succeeds: no new lock is ever removed.
  const aside = `${path}.${String(owner ?? 'nobody')}`;
  try {
    await rename(path, aside);
    if ((await readOwner(aside)) !== owner) await rename(aside, path);
    else await rm(aside, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** Undefined where the lock is gone, or where its owner has yet to write its number. */
async function readOwner(path: string): Promise<number | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    return /^\d+$/.test(text) ? Number(text) : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function isFresh(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs < namelessLimit;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is a running one.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
