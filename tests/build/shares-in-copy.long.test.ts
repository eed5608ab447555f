import { appendFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shareFile } from '#src/build/share-list.ts';
import { dealFiles } from '#src/build/shares.ts';
import { assembleSite } from '#src/story/site.ts';
import { readTree, runScript, writeContent } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { manuscript } from '#tests/support/manuscript.ts';

// Shares where files in public/ and the code itself are changed, and so in a project of their own.

const now = { TSUZUKI_NOW: '2026-11-01' };

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
