import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LockOptions {
  /** Called once when another process holds the lock. */
  readonly onWait: () => void;
}

/** Milliseconds between two looks at a lock that another process holds. */
const patience = 100;
/** Milliseconds after which clearing an abandoned lock was itself abandoned. */
const clearingLimit = 10_000;

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
    if (await clearIfAbandoned(path)) continue;
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

// A link appears at once with the owner in it: nobody sees a lock that is not written yet.
async function acquire(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Removes a lock whose owner is gone. One process at a time may do so: otherwise the second could
 * remove the lock that somebody took after the first.
 *
 * @returns whether it was removed
 */
async function clearIfAbandoned(path: string): Promise<boolean> {
  if (await isHeld(path)) return false;
  const clearing = `${path}.clearing`;
  try {
    await (await open(clearing, 'wx')).close();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (await isOlderThan(clearing, clearingLimit)) await rm(clearing, { force: true });
    return false;
  }
  try {
    if (await isHeld(path)) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(clearing, { force: true });
  }
}

async function isHeld(path: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(path, 'utf8'));
    // Number makes 0 of an empty file, and to signal 0 is to signal oneself.
    return owner > 0 && isRunning(owner);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is a running one.
    return hasCode(error, 'EPERM');
  }
}

async function isOlderThan(path: string, age: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > age;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
