import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, isMissing } from './folders.ts';

/** A lock that another task holds. */
export interface HeldLock {
  /** Absolute. */
  readonly path: string;
  /** The id of the process that holds it. */
  readonly pid: number;
}

export interface LockOptions {
  /** Called once when another task holds the lock, of this process or another. */
  readonly onWait: (held: HeldLock) => void;
}

/** Milliseconds between two looks at a lock that another task holds. */
const patience = 100;
/** Milliseconds after which to write a lock, or to clear an abandoned one, was itself abandoned. */
const patienceAtMost = 10_000;
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
  const waitFor = async (pid: number) => {
    if (!waited) onWait({ path, pid });
    waited = true;
    await sleep(patience);
  };
  while (taken.has(path)) await waitFor(process.pid);
  taken.add(path);
  try {
    while (!(await acquire(path))) {
      const { state, pid } = await look(path);
      if (state === 'held') await waitFor(pid);
      else if (state === 'unwritten') await sleep(patience);
      else if (state === 'abandoned' && !(await clear(path))) await sleep(patience);
    }
    const release = () => {
      rmSync(path, { force: true });
    };
    try {
      return await beforeStopping(release, task);
    } finally {
      release();
    }
  } finally {
    taken.delete(path);
  }
}

/** Does something at the end of the process as well, where a task is stopped by Ctrl+C or its like. */
async function beforeStopping<T>(act: () => void, task: () => Promise<T>): Promise<T> {
  const stop = (signal: NodeJS.Signals) => {
    act();
    ignore();
    process.kill(process.pid, signal);
  };
  const ignore = () => {
    for (const signal of stopSignals) process.off(signal, stop);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    return await task();
  } finally {
    ignore();
  }
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function acquire(path: string): Promise<boolean> {
  const start = await startOf(process.pid);
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return false;
  }
  try {
    // At once: whoever looks in between finds an empty file.
    writeSync(file, start === undefined ? `${process.pid}` : `${process.pid} ${start}`);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Removes a lock whose owner is gone. One process at a time may do so, and only what it has seen:
 * otherwise it could remove the lock that somebody took in the meantime.
 *
 * @returns false where another process is about to
 */
async function clear(path: string): Promise<boolean> {
  const clearing = `${path}.clearing`;
  try {
    await (await open(clearing, 'wx')).close();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    if (await isOlderThan(clearing, patienceAtMost)) await rm(clearing, { force: true });
    return false;
  }
  try {
    const { state } = await look(path);
    if (state === 'abandoned') await rm(path, { force: true });
    return true;
  } finally {
    await rm(clearing, { force: true });
  }
}

interface Look {
  readonly state: 'none' | 'unwritten' | 'held' | 'abandoned';
  /** The owner's, where the lock says it. */
  readonly pid: number;
}

/** Only for who does not hold the lock, though the file may bear the same process id. */
async function look(path: string): Promise<Look> {
  try {
    const [id = '', start] = (await readFile(path, 'utf8')).split(' ');
    const pid = Number(id);
    if (id === '' && !(await isOlderThan(path, patienceAtMost))) return { state: 'unwritten', pid };
    return { state: (await isOwned({ path, pid, start })) ? 'held' : 'abandoned', pid };
  } catch (error) {
    if (isMissing(error)) return { state: 'none', pid: 0 };
    throw error;
  }
}

async function isOwned({ path, pid, start }: HeldLock & { start: string | undefined }) {
  // Number makes 0 of an empty file, and to signal 0 is to signal oneself.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Someone else's process is a running one.
    if (!hasCode(error, 'EPERM')) return false;
  }
  const found = await startOf(pid);
  if (found === ended) return false;
  if (start !== undefined && found !== undefined) return found === start;
  // No process outlives the system that it runs in.
  return !(await isOlderThan(path, uptime() * 1000));
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
    if (isMissing(error)) return false;
    throw error;
  }
}
