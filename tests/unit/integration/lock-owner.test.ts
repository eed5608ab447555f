import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { withLock, type HeldLock } from '#src/integration/build-lock.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

const source = new URL('../../../src/integration/build-lock.ts', import.meta.url);
const isLinux = process.platform === 'linux';

let lock: string;
let waitedFor: HeldLock[];

beforeEach(async () => {
  lock = join(await temporaryFolder('owner'), 'build.lock');
  waitedFor = [];
});

const options = {
  onWait: (held: HeldLock) => {
    waitedFor.push(held);
  },
};

describe('a lock that a killed build has left', () => {
  it.each([process.pid, `${process.pid} 1`])(
    'with our own process id (%s) is open',
    async (owner) => {
      await writeFile(lock, String(owner));
      expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
      expect(waitedFor).toEqual([]);
    },
  );

  it.runIf(isLinux)('with the id of a process that started later is open', async () => {
    await writeFile(lock, `${process.ppid} 1`);
    expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
    expect(waitedFor).toEqual([]);
  });

  it.runIf(isLinux)('with the id of a process whose death nobody has noticed is open', async () => {
    // The shell becomes a program that waits for no child.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 30']);
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await sleep(200);
    await writeFile(lock, String(pid).trim());
    const opened = withLock(lock, options, () => Promise.resolve('done'));
    expect(await opened).toBe('done');
    expect(waitedFor).toEqual([]);
    parent.kill();
  });
});

describe('a lock that is older than the system runs', () => {
  // As on a system that does not tell when a process started.
  const owner = String(process.ppid);

  it('is open, though a process of that id runs', async () => {
    await writeFile(lock, owner);
    const longAgo = Date.now() / 1000 - uptime() - 3600;
    await utimes(lock, longAgo, longAgo);
    expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
    expect(waitedFor).toEqual([]);
  });
});

describe('a lock that is not written yet', () => {
  it('is held, until it is old enough for its owner to have been killed', async () => {
    await writeFile(lock, '');
    const opened = withLock(lock, options, () => Promise.resolve('done'));
    await sleep(300);
    expect(await readFile(lock, 'utf8')).toBe('');
    await utimes(lock, 1, 1);
    expect(await opened).toBe('done');
  });
});

describe.runIf(process.platform !== 'win32')('a task that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s leaves no lock', async (signal) => {
    const script = `
      import { withLock } from ${JSON.stringify(source.href)};
      await withLock(process.argv[1], { onWait() {} }, () => new Promise((resolve) => {
        console.log('begun');
        setTimeout(resolve, 60_000);
      }));`;
    const args = ['--input-type=module', '--eval', script, lock];
    const other = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    expect(await readdir(dirname(lock))).toEqual(['build.lock']);
    other.kill(signal);
    expect(await once(other, 'exit')).toEqual([null, signal]);
    expect(await readdir(dirname(lock))).toEqual([]);
  });
});

describe('a lock that is held', () => {
  it('by another process keeps us waiting until it is gone', async () => {
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    await once(other, 'spawn');
    await writeFile(lock, String(other.pid));
    const opened = withLock(lock, options, () => Promise.resolve('done'));
    await sleep(300);
    expect(waitedFor).toEqual([{ path: lock, pid: other.pid }]);
    other.kill();
    expect(await opened).toBe('done');
  });

  it('by this process keeps its other tasks waiting', async () => {
    const log: string[] = [];
    const task = (letter: string) => async () => {
      log.push(letter);
      await sleep(150);
      log.push(letter);
    };
    await Promise.all(['a', 'b', 'c'].map((letter) => withLock(lock, options, task(letter))));
    expect(log.join('')).toMatch(/^(?:aa|bb|cc){3}$/);
  });

  it.runIf(isLinux)('tells when its owner started', async () => {
    const text = await withLock(lock, options, () => readFile(lock, 'utf8'));
    expect(text).toMatch(new RegExp(`^${process.pid} \\d+$`));
  });
});
