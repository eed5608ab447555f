import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '#src/integration/build-lock.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

const isLinux = process.platform === 'linux';

let lock: string;
let waits: number;

beforeEach(async () => {
  lock = join(await temporaryFolder('owner'), 'build.lock');
  waits = 0;
});

const options = {
  onWait: () => {
    waits += 1;
  },
};

describe('a lock that a killed build has left', () => {
  it.each([process.pid, `${process.pid} 1`])(
    'with our own process id (%s) is open',
    async (owner) => {
      await writeFile(lock, String(owner));
      expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
      expect(waits).toBe(0);
    },
  );

  it.runIf(isLinux)('with the id of a process that started later is open', async () => {
    await writeFile(lock, `${process.ppid} 1`);
    expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
    expect(waits).toBe(0);
  });

  it.runIf(isLinux)('with the id of a process whose death nobody has noticed is open', async () => {
    // The shell becomes a program that waits for no child.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 30']);
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await sleep(200);
    await writeFile(lock, String(pid).trim());
    const opened = withLock(lock, options, () => Promise.resolve('done'));
    expect(await opened).toBe('done');
    expect(waits).toBe(0);
    parent.kill();
  });
});

describe('a lock that is held', () => {
  it('by another process keeps us waiting until it is gone', async () => {
    const other = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    await once(other, 'spawn');
    await writeFile(lock, String(other.pid));
    const opened = withLock(lock, options, () => Promise.resolve('done'));
    await sleep(300);
    expect(waits).toBe(1);
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
