import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

async function job(id: string): Promise<Job> {
  const contentDir = await writeContent({ ...site(), ...series(id, {}, episodes(3)) });
  return { contentDir, outDir: join(await temporaryFolder(id), 'dist') };
}

function run({ contentDir, outDir }: Job): Promise<CommandResult> {
  const env = { TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir, TSUZUKI_NOW: later };
  return runScript('build', [], env, root);
}

async function pagesOf({ outDir }: Job): Promise<readonly string[]> {
  const paths = [...(await readTree(outDir)).keys()];
  return paths.filter((path) => path.endsWith('.html'));
}

function pagesOfStory(id: string): readonly string[] {
  const story = ['1/', '2/', '3/', ''].map((path) => `${id}/${path}index.html`);
  return [
    '404.html',
    'archive/index.html',
    'feeds/index.html',
    'index.html',
    'search/index.html',
    ...story,
  ].sort();
}
