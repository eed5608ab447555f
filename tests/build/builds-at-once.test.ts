import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import {
  readTree,
  runScript,
  temporaryFolder,
  writeContent,
  type CommandResult,
} from '#tests/support/build-site.ts';
import { copyOfCheckout } from './checkout.ts';
import { episodes, later, series, site } from './writing.ts';

/** What a build is given: a content folder and an output folder. */
interface Job {
  readonly contentDir: string;
  readonly outDir: string;
}

let root: string;
let rain: Job;
let snow: Job;
let results: readonly CommandResult[];

beforeAll(async () => {
  root = await copyOfCheckout();
  rain = await job('rain');
  snow = await job('snow');
  // Two sites, and one of them twice into the same folder.
  results = await Promise.all([rain, snow, rain].map((one) => run(one)));
});

it('all come out, one after the other', () => {
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(results.filter(({ stdout }) => stdout.includes('待っています'))).toHaveLength(2);
});

it('each output is whole and holds its own site only', async () => {
  expect(await pagesOf(rain)).toEqual(pagesOfStory('rain'));
  expect(await pagesOf(snow)).toEqual(pagesOfStory('snow'));
});

it('nothing is left beside the outputs, and the lock is open again', async () => {
  expect(await readdir(dirname(rain.outDir))).toEqual(['dist']);
  expect(await readdir(dirname(snow.outDir))).toEqual(['dist']);
  expect(await readdir(join(root, '.tsuzuki'))).not.toContain('build.lock');
});

it('a build that was killed leaves the output alone and does not stop the next one', async () => {
  const before = await readTree(snow.outDir);
  const killed = spawn(process.execPath, [join(root, 'scripts/build.ts')], {
    cwd: root,
    env: { ...process.env, ...environment({ ...rain, outDir: snow.outDir }) },
    stdio: 'ignore',
  });
  await appearance(join(root, '.tsuzuki/build.lock'));
  await sleep(500);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  expect(await readdir(join(root, '.tsuzuki'))).toContain('build.lock');
  expect(await readTree(snow.outDir)).toEqual(before);

  const next = await run({ ...rain, outDir: snow.outDir });
  expect(next.stdout).not.toContain('待っています');
  expect(next.code).toBe(0);
  expect(await readTree(snow.outDir)).toEqual(await readTree(rain.outDir));
});

it('a lock whose owner died before it wrote its name does not stop the next one', async () => {
  const lock = join(root, '.tsuzuki/build.lock');
  await mkdir(dirname(lock), { recursive: true });
  await writeFile(lock, '');
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, anHourAgo, anHourAgo);
  const missing = await run({ ...rain, contentDir: join(root, 'nowhere') });
  expect(missing.stdout).toContain('[site-missing]');
});

async function job(id: string): Promise<Job> {
  const contentDir = await writeContent({ ...site(), ...series(id, {}, episodes(3)) });
  return { contentDir, outDir: join(await temporaryFolder(id), 'dist') };
}

function environment({ contentDir, outDir }: Job) {
  return { TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir, TSUZUKI_NOW: later };
}

function run(one: Job): Promise<CommandResult> {
  return runScript('build', [], environment(one), root);
}

async function pagesOf({ outDir }: Job): Promise<readonly string[]> {
  const paths = [...(await readTree(outDir)).keys()];
  return paths.filter((path) => path.endsWith('.html'));
}

function pagesOfStory(id: string): readonly string[] {
  const story = ['1/', '2/', '3/', ''].map((path) => `${id}/${path}index.html`);
  return ['404.html', 'archive/index.html', 'index.html', ...story].sort();
}

async function appearance(path: string): Promise<void> {
  const limit = performance.now() + 20_000;
  while (!(await stat(path).then(Boolean, () => false))) {
    if (performance.now() > limit) throw new Error(`${path} does not appear`);
    await sleep(20);
  }
}
