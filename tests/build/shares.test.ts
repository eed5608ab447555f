import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildSite,
  projectRoot,
  readTree,
  runScript,
  temporaryFolder,
} from '#tests/support/build-site.ts';

// A site that is built in shares and joined is the one that is built whole.

const now = { TSUZUKI_NOW: '2026-11-01' };
const content = join(projectRoot, 'content');
let whole: ReadonlyMap<string, Buffer>;
let shares: readonly string[];

function shareEnv(outDir: string) {
  return { TSUZUKI_CONTENT: content, TSUZUKI_OUT: outDir, ...now };
}

async function buildShare(share: string, env: Readonly<Record<string, string>> = now) {
  const outDir = join(await temporaryFolder('share'), 'share');
  const built = await runScript('build', ['--shard', share], { ...shareEnv(outDir), ...env });
  expect(built.code, built.stdout + built.stderr).toBe(0);
  return outDir;
}

async function merge(folders: readonly string[]) {
  const outDir = join(await temporaryFolder('joined'), 'dist');
  return { outDir, ...(await runScript('merge', folders, { TSUZUKI_OUT: outDir })) };
}

beforeAll(async () => {
  whole = await readTree((await buildSite(content, now)).outDir);
  shares = [await buildShare('1/3'), await buildShare('2/3'), await buildShare('3/3')];
});

describe('shares of a site', () => {
  it('are the site once they are joined, in whatever order they are named', async () => {
    const { code, outDir } = await merge(shares.toReversed());
    expect(code).toBe(0);
    const joined = await readTree(outDir);
    expect([...joined.keys()]).toEqual([...whole.keys()]);
    for (const [path, bytes] of joined) expect(whole.get(path)?.equals(bytes), path).toBe(true);
  });

  it('have each page once', async () => {
    const trees = await Promise.all(shares.map(readTree));
    for (const path of whole.keys()) {
      const found = trees.filter((tree) => tree.has(path)).length;
      // What search begins with is put together from all of them.
      const isJoint = path.startsWith('pagefind/');
      expect(found, path).toBeLessThanOrEqual(1);
      if (!isJoint) expect(found, path).toBe(1);
    }
  });

  it('are not joined where one is missing', async () => {
    const [first = '', second = ''] = shares;
    const missing = await merge([first, second]);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain('3 番目');
  });

  it('are not joined with one of another moment', async () => {
    const later = await buildShare('3/3', { TSUZUKI_NOW: '2026-04-02' });
    const { code, stdout } = await merge([...shares.slice(0, 2), later]);
    expect(code).toBe(1);
    expect(stdout).toContain(later);
  });

  it('are not joined where one has a file that was changed', async () => {
    const [first = '', ...others] = shares;
    const spoilt = join(await temporaryFolder('spoilt'), 'share');
    await cp(first, spoilt, { recursive: true });
    await writeFile(join(spoilt, 'index.html'), 'x');
    const { code, stdout } = await merge([spoilt, ...others]);
    expect(code).toBe(1);
    expect(stdout).toContain('index.html');
  });

  it('are told of as such', async () => {
    const { stdout } = await runScript('build', ['--shard', '2/3'], shareEnv(shares[1] ?? ''));
    expect(stdout).toContain('サイトの分担 2/3 を書き出しました');
  });
});
