import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '#src/scaffold/cancelled.ts';
import { openTerminal } from '#src/scaffold/terminal-questioner.ts';
import { episode, series, siteEn, workbench, type Workbench } from './workbench.ts';

const root = join(import.meta.dirname, '../../..');
const command = join(root, 'scripts/new.ts');
const node = process.execPath;

const two = {
  ...series({ '01': 1 }),
  'kaze/series.yaml': 'title: 風\n',
  'kaze/01.md': episode('order: 1').replace('04', '05'),
};

function environment(bench: Workbench) {
  return { ...process.env, TSUZUKI_CONTENT: bench.dir, TSUZUKI_NOW: '2026-11-22T20:00:00+09:00' };
}

function run(bench: Workbench, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [command, ...args], {
    cwd: bench.dir,
    env: environment(bench),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('as a process', () => {
  it('writes, and says where as seen from the current folder', () => {
    const bench = workbench(series({ '01': 1 }));
    const { status, stdout, stderr } = run(bench, 'umi', '--title', '海');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^umi\/02\.md を作りました（order: 2）。\n/);
    expect(bench.read('umi/02.md')).toContain('date: 2026-11-22T20:00 ');
  });

  it('speaks the language of the site', () => {
    const bench = workbench({ ...series({ '01': 1 }), 'site.yaml': siteEn });
    expect(run(bench, 'umi').stdout).toMatch(/^Created umi\/02\.md/);
    expect(run(bench, 'umo').stdout).toMatch(/^There is no series “umo”\. Did you mean “umi”\?/);
    expect(run(bench, '--help')).toMatchObject({ status: 0 });
  });

  it('asks nobody in a pipe', () => {
    const bench = workbench(two);
    const { status, stdout, stderr } = run(bench);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('作品の一覧:');
  });

  it('explains a site that cannot be read, without a stack trace', () => {
    const bench = workbench({ 'site.yaml': 'title: [' });
    const { status, stdout, stderr } = run(bench, 'umi');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/site\.yaml:1/);
    expect(stdout).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['an episode', 'umi'],
    ['a series', '--series sora --title 空'],
  ])('leaves nothing of %s behind where the disk is full', (_, args) => {
    const bench = workbench(series({ '01': 1 }));
    // No file may grow: it is made, and then nothing can be written into it.
    const line = `trap '' XFSZ; ulimit -f 0; exec '${node}' '${command}' ${args}`;
    const options = { env: environment(bench), encoding: 'utf8' } as const;
    const { status, stdout } = spawnSync('bash', ['-c', line], options);
    expect(status).toBe(1);
    expect(stdout).toContain('書き込めません（EFBIG）');
    expect(bench.list()).toEqual(['site.yaml', 'umi']);
    expect(bench.list('umi')).toEqual(['01.md', 'series.yaml']);
  });

  it('gets out of its own way', async () => {
    const bench = workbench(series({ '01': 1 }));
    const codes = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(node, [command, 'umi'], { env: environment(bench), stdio: 'ignore' });
        return new Promise((resolve) => child.on('close', resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    const { episodes } = await bench.manuscript();
    expect(episodes.map(({ path }) => path)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `umi/0${String(n)}.md`),
    );
  });
});

/** `script` of util-linux runs a command in a pseudo-terminal. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout.includes(
  'util-linux',
);

describe.skipIf(!hasScript)('at a terminal', () => {
  /** Types each answer when its question has come. */
  async function type(bench: Workbench, ...dialogue: readonly (readonly [string, string])[]) {
    const child = spawn('script', ['-qec', `'${node}' '${command}'`, '/dev/null'], {
      cwd: bench.dir,
      env: { ...environment(bench), TERM: 'xterm' },
    });
    let shown = '';
    const rest = [...dialogue];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const [next] = rest;
      if (next !== undefined && shown.includes(next[0])) {
        rest.shift();
        child.stdin.write(next[1]);
      }
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, shown, rest };
  }

  it('asks which series', async () => {
    const bench = workbench(two);
    const { status, shown, rest } = await type(bench, ['どの作品の続きですか [1]: ', '2\r']);
    expect({ status, rest }).toEqual({ status: 0, rest: [] });
    expect(shown).toContain('1. 風  (kaze)');
    expect(shown).toContain('umi/02.md を作りました');
    expect(bench.list('umi')).toContain('02.md');
  });

  it('asks for what a new series needs', async () => {
    const bench = workbench(two);
    const { status } = await type(bench, ['[1]: ', '0\r'], ['題名: ', 'Sky\r'], ['[sky]: ', '\r']);
    expect(status).toBe(0);
    expect(bench.list('sky')).toEqual(['01.md', 'series.yaml']);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s leaves nothing behind', async (_, key) => {
    const bench = workbench(two);
    const { status, shown } = await type(bench, ['[1]: ', '0\r'], ['題名: ', key]);
    expect(status).toBe(130);
    expect(shown).toContain('何も書いていません');
    expect(bench.list()).toEqual(['kaze', 'site.yaml', 'umi']);
  });
});

describe('the questioner', () => {
  it('gives the lines in their order, also those that came early', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const terminal = openTerminal(input, output);
    input.write(' 海 \n空\n');
    expect(await terminal.ask('a: ')).toBe('海');
    terminal.tell('そう');
    expect(await terminal.ask('b: ')).toBe('空');
    expect(String(output.read())).toBe('a: そう\nb: ');
    terminal.close();
  });

  it('knows when nothing more is to come', async () => {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough());
    input.end('海\n');
    expect(await terminal.ask('a: ')).toBe('海');
    await expect(terminal.ask('b: ')).rejects.toThrow(Cancelled);
  });
});
