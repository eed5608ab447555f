import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '#src/integration/build-lock.ts';
import { projectRoot, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { episodes, later, series, site } from './writing.ts';

const run = promisify(execFile);

let lock: string;
let waits: number;

beforeEach(async () => {
  lock = join(await temporaryFolder('lock'), 'work/build.lock');
  waits = 0;
});

const options = {
  onWait: () => {
    waits += 1;
  },
};

describe('a lock', () => {
  it('holds the id of its owner, and is gone afterwards', async () => {
    const owner = await withLock(lock, options, () => readFile(lock, 'utf8'));
    expect(owner.split(' ')[0]).toBe(String(process.pid));
    expect(await readdir(dirname(lock))).toEqual([]);
  });

  it('is gone after a failure as well', async () => {
    const failure = withLock(lock, options, () => Promise.reject(new Error('no')));
    await expect(failure).rejects.toThrow('no');
    expect(await readdir(dirname(lock))).toEqual([]);
  });

  it('lets one process after the other in, and tells each that waits once', async () => {
    expect(await contest(3)).toMatch(/^(?:aa|bb|cc){3}$/);
    expect(waits).toBe(2);
  });
});

describe('an abandoned lock', () => {
  it('of a process that is gone counts as open, and no one is told to wait', async () => {
    await leave(String(goneProcess()), Date.now());
    expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
    expect(waits).toBe(0);
    expect(await readdir(dirname(lock))).toEqual([]);
  });

  it("counts as open where it has lost its owner's id", async () => {
    await leave('', Date.now() - 60_000);
    expect(await withLock(lock, options, () => Promise.resolve('done'))).toBe('done');
    expect(waits).toBe(0);
  });

  it('is taken by one only of several that find it', async () => {
    await leave(String(goneProcess()), Date.now() - 60_000);
    expect(await contest(6)).toMatch(/^(?:aa|bb|cc|dd|ee|ff){6}$/);
  });
});

it('who waits for a lock is told whose it is, and which file to delete where it is another program’s', async () => {
  const content = await writeContent({ ...site(), ...series('story', {}, episodes(1)) });
  const held = join(content, '.announcements.yaml.lock');
  await writeFile(held, String(process.pid));
  const waiting = spawn(process.execPath, [join(projectRoot, 'scripts/announce.ts')], {
    env: { ...process.env, TSUZUKI_CONTENT: content, TSUZUKI_NOW: later },
  });
  const told = text(waiting.stdout);
  await once(waiting.stdout, 'data');
  await rm(held);
  expect(await told).toContain(
    `別の告知が終わるのを待っています。\n待っている相手はプロセス ${process.pid} です。それがこのプロジェクトのコマンドでなければ、${held} を消してください。\n`,
  );
});

/** Has so many processes take the lock at once; each leaves its letter as it comes in and goes. */
async function contest(count: number): Promise<string> {
  const log = join(dirname(dirname(lock)), 'log');
  const ready = join(dirname(dirname(lock)), 'ready');
  await mkdir(ready);
  const source = new URL('../../src/integration/build-lock.ts', import.meta.url);
  const script = `
    import { appendFile, readdir, writeFile } from 'node:fs/promises';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(source.href)};
    const [path, log, ready, letter] = process.argv.slice(1);
    // On a busy machine the last may start when the first has ended.
    await writeFile(ready + '/' + letter, '');
    while ((await readdir(ready)).length < ${count}) await sleep(5);
    await withLock(path, { onWait: () => console.log('waits') }, async () => {
      await appendFile(log, letter);
      await sleep(200);
      await appendFile(log, letter);
    });`;
  const contenders = Array.from({ length: count }, (_, i) => {
    const args = ['--input-type=module', '--eval', script, lock, log, ready, 'abcdef'.charAt(i)];
    return run(process.execPath, args);
  });
  const outputs = await Promise.all(contenders);
  waits = outputs.filter(({ stdout }) => stdout === 'waits\n').length;
  return readFile(log, 'utf8');
}

function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

async function leave(owner: string, since: number): Promise<void> {
  await mkdir(dirname(lock), { recursive: true });
  await writeFile(lock, owner);
  await utimes(lock, new Date(since), new Date(since));
}
