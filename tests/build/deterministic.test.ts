import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectRoot, readTree, runScript, temporaryFolder } from '#tests/support/build-site.ts';
import { copyOfCheckout } from './checkout.ts';

type Tree = ReadonlyMap<string, Buffer>;

const sample = join(projectRoot, 'content');
const now = '2026-12-01T03:04:00Z';
let usual: Tree;
let elsewhere: Tree;
let copied: Tree;

beforeAll(async () => {
  const checkout = await copyOfCheckout();
  const otherContent = join(await temporaryFolder('other'), 'content');
  await cp(sample, otherContent, { recursive: true });
  [usual, elsewhere, copied] = await Promise.all([
    buildInto(join(await temporaryFolder('usual'), 'dist')),
    buildInto(join(await temporaryFolder('elsewhere'), '書庫 2'), {
      TSUZUKI_CONTENT: otherContent,
      TZ: 'America/St_Johns',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_ENV: 'development',
      DEV: '1',
      SITE: 'https://elsewhere.example',
      BASE_URL: '/elsewhere/',
    }),
    buildInto(join(checkout, 'dist'), {}, checkout),
  ]);
});

it('builds the sample', () => {
  expect(usual.size).toBeGreaterThan(30);
});

it('writes the same bytes in another folder, time zone and language, from a copy of the content', () => {
  expectSame(elsewhere, usual);
});

it('writes the same bytes in another checkout', () => {
  expectSame(copied, usual);
});

it('writes neither folders nor the moment of the build into a file', () => {
  for (const [path, bytes] of usual) {
    const text = bytes.toString();
    expect(text.includes(projectRoot), path).toBe(false);
    expect(text.includes(now.slice(0, 16)), path).toBe(false);
  }
});

async function buildInto(
  outDir: string,
  env: Readonly<Record<string, string>> = {},
  root = projectRoot,
): Promise<Tree> {
  const settings = { TSUZUKI_NOW: now, TSUZUKI_CONTENT: sample, TSUZUKI_OUT: outDir, ...env };
  const { code, stdout, stderr } = await runScript('build', [], settings, root);
  if (code !== 0) throw new Error(stdout + stderr);
  return readTree(outDir);
}

function expectSame(actual: Tree, expected: Tree): void {
  expect([...actual.keys()]).toEqual([...expected.keys()]);
  const different = [...expected].filter(([path, bytes]) => !actual.get(path)?.equals(bytes));
  expect(different.map(([path]) => path)).toEqual([]);
}
