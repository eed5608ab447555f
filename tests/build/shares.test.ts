import { appendFile, cp, mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shareFile } from '#src/build/share-list.ts';
import { dealFiles } from '#src/build/shares.ts';
import { assembleSite } from '#src/story/site.ts';
import {
  buildSite,
  projectRoot,
  readTree,
  runScript,
  temporaryFolder,
  writeContent,
} from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { manuscript } from '#tests/support/manuscript.ts';

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

  it('are not joined where one is missing, or there twice', async () => {
    const [first = '', second = ''] = shares;
    const missing = await merge([first, second]);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toContain('3 番目');
    expect((await merge([first, second, second])).code).toBe(1);
    expect((await merge([])).code).toBe(1);
  });

  it('are not joined with one of another moment', async () => {
    const later = await buildShare('3/3', { TSUZUKI_NOW: '2026-04-02' });
    const { code, stdout } = await merge([...shares.slice(0, 2), later]);
    expect(code).toBe(1);
    expect(stdout).toContain(later);
  });

  it.each([
    ['lacks a file', (path: string) => rm(path)],
    ['has a file that was cut', (path: string) => truncate(path, 10)],
    ['has a file that was changed', (path: string) => writeFile(path, 'x')],
  ])('are not joined where one %s', async (_what, spoil) => {
    const [first = '', ...others] = shares;
    const spoilt = join(await temporaryFolder('spoilt'), 'share');
    await cp(first, spoilt, { recursive: true });
    await spoil(join(spoilt, 'index.html'));
    const { code, stdout } = await merge([spoilt, ...others]);
    expect(code).toBe(1);
    expect(stdout).toContain('index.html');
  });

  it('are told of as such', async () => {
    const { stdout } = await runScript('build', ['--shard', '2/3'], shareEnv(shares[1] ?? ''));
    expect(stdout).toContain('サイトの分担 2/3 を書き出しました');
  });
});

describe('shares of a site without search, in a copy of the project', () => {
  let clone: string;
  const out = (name: string) => join(clone, 'out', name);
  const run = (script: 'build' | 'merge', args: readonly string[], name: string) =>
    runScript(script, args, { ...now, TSUZUKI_CONTENT: '', TSUZUKI_OUT: out(name) }, clone);
  const build = (name: string, ...args: string[]) => run('build', ['--no-search', ...args], name);
  const merge = (...names: string[]) => run('merge', names.map(out), 'joined');

  beforeAll(async () => {
    clone = await cloneProject();
    const content = await writeContent({
      'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
      'umi/series.yaml': 'title: 海\n',
      'umi/1.md': '---\norder: 1\ndraft: true\n---\n灯台。\n',
    });
    await cp(content, join(clone, 'content'), { recursive: true });
    // Names that are near to those of a share's own, and a file that is too large for a host.
    await mkdir(join(clone, 'public/tsuzuki-share.parts'), { recursive: true });
    await writeFile(join(clone, 'public/tsuzuki-share.parts/notes.txt'), '覚え書き');
    await writeFile(join(clone, 'public/share.json'), '{}');
    await writeFile(join(clone, 'public/large.bin'), Buffer.alloc(26 * 1024 ** 2));
  });

  it('are the site once they are joined, which alone is told of what hosts take', async () => {
    expect((await build('whole')).stdout).toContain('large.bin');
    for (const number of ['1', '2']) {
      const { code, stdout, stderr } = await build(number, '--shard', `${number}/2`);
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).not.toContain('large.bin');
    }
    expect((await merge('1', '2')).stdout).toContain('large.bin');
    const whole = await readTree(out('whole'));
    const joined = await readTree(out('joined'));
    expect([...joined.keys()]).toEqual([...whole.keys()]);
    expect(joined.has('share.json')).toBe(true);
    for (const [path, bytes] of joined) expect(whole.get(path)?.equals(bytes), path).toBe(true);
  });

  it.each([
    ['archive', 'archive/index.html'],
    ['tsuzuki-share.json', 'tsuzuki-share.json'],
  ])(
    'are not made while public/%s is in the way, and neither is the whole',
    async (name, other) => {
      await writeFile(join(clone, 'public', name), '{}');
      for (const args of [[], ['--shard', '1/2']]) {
        const { code, stdout, stderr } = await build('hindered', ...args);
        expect(code).toBe(1);
        expect(stdout).toContain(`public/${name} 誤り サイトの「${other}」`);
        expect(stdout).toContain('[public-in-the-way]');
        expect(stderr).toBe('');
      }
      await rm(join(clone, 'public', name));
    },
  );

  it('may have no file at all', async () => {
    // Nothing is public, so that only cards are dealt to others than the first.
    const shareOf = dealFiles(
      assembleSite(manuscript({ series: [], episodes: [] }), { now: 0, show: 'published' }),
      64,
    );
    const shared = new Set([...(await readTree(out('whole'))).keys()].map(shareOf));
    const empty = Array.from({ length: 64 }, (_, i) => i + 1).find((one) => !shared.has(one));
    const { code, stdout, stderr } = await build('empty', '--shard', `${empty ?? 0}/64`);
    expect(code, stdout + stderr).toBe(0);
    expect(await readdir(out('empty'))).toEqual([shareFile]);
  });

  it('are not joined by other code', async () => {
    await appendFile(join(clone, 'src/build/merge.ts'), '// another\n');
    const { code, stdout } = await merge('1', '2');
    expect(code).toBe(1);
    expect(stdout).toContain('違うプログラム');
  });
});

describe('the arguments', () => {
  it.each([
    ['build', ['--shard', '4/3'], '「--shard」には 2/5 のように'],
    ['build', ['--shared', '1/2'], '「--shared」という指定はありません。'],
    ['merge', ['--all'], '「--all」という指定はありません。'],
  ] as const)(
    'of %s are refused in the language of the site: %j',
    async (script, args, message) => {
      const { code, stderr } = await runScript(script, args);
      expect(code).toBe(1);
      expect(stderr).toContain(message);
    },
  );

  it.each(['build', 'merge'] as const)('of %s may ask for its use', async (script) => {
    const { code, stdout } = await runScript(script, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`npm run ${script} -- `);
  });
});
