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
/** The locks that this process holds or is about to take: others' files may bear its id as well. */
const taken = new Set<string>();
/** Instead of the start of a process that is dead and still listed. */
const ended = 'ended';

/**
 * Runs a task while nobody else runs one under the same lock. The lock is a file that holds the
 * owner's process id and, where the system tells it, the moment that process started at: ids are
 * given again, in a container at once. A lock whose owner is gone counts as open.
 *
 * @param path - absolute; its folder is made where it is missing
 * @returns what the task returns
 * @throws whatever the task throws, and errors of the file system
 */
export async function withLock<T>(
  path: string,
  { onWait }: LockOptions,
  task: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  let waited = false;
  const wait = async () => {
    if (!waited) onWait();
    waited = true;
    await sleep(patience);
  };
  while (taken.has(path)) await wait();
  taken.add(path);
  try {
    while (!(await acquire(path))) {
      if (!(await clearIfAbandoned(path))) await wait();
    }
    try {
      return await task();
    } finally {
      await rm(path, { force: true });
    }
  } finally {
    taken.delete(path);
  }
}

// A link appears at once with the owner in it: nobody sees a lock that is not written yet.
async function acquire(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  const start = await startOf(process.pid);
  await writeFile(own, start === undefined ? `${process.pid}` : `${process.pid} ${start}`);
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
 * Removes a lock whose owner is gone. One process at a time may do so, and only what it has seen:
 * otherwise it could remove the lock that somebody took in the meantime.
 *
 * @returns whether there is none any more
 */
async function clearIfAbandoned(path: string): Promise<boolean> {
  const seen = await stateOf(path);
  if (seen !== 'abandoned') return seen === 'none';
  const clearing = `${path}.clearing`;
  try {
    await (await open(clearing, 'wx')).close();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (await isOlderThan(clearing, clearingLimit)) await rm(clearing, { force: true });
    return false;
  }
  try {
    const state = await stateOf(path);
    if (state === 'abandoned') await rm(path, { force: true });
    return state !== 'held';
  } finally {
    await rm(clearing, { force: true });
  }
}

/** Only asked for by who does not hold the lock, though the file may bear the same process id. */
async function stateOf(path: string): Promise<'none' | 'held' | 'abandoned'> {
  try {
    const [pid = '', start] = (await readFile(path, 'utf8')).split(' ');
    return (await isRunning(Number(pid), start)) ? 'held' : 'abandoned';
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 'none';
    throw error;
  }
}

async function isRunning(pid: number, start: string | undefined): Promise<boolean> {
  // Number makes 0 of an empty file, and to signal 0 is to signal oneself.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Someone else's process is a running one.
    if (!hasCode(error, 'EPERM')) return false;
  }
  const found = await startOf(pid);
  return found !== ended && (start === undefined || found === undefined || found === start);
}

/**
 * What tells a process from others with the same id: clock ticks from the system's start to its
 * own. Only Linux tells it; elsewhere an id that runs counts as the owner.
 *
 * @returns `ended` for one that is dead, though its parent has not noticed
 */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is the program's name in brackets, and may have brackets and spaces in it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields?.[0];
  return state === 'Z' || state === 'X' ? ended : fields?.[19];
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
