import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { photo } from '#tests/support/pictures.ts';
import { episode, episodes, series, site } from './writing.ts';

// This clone runs what a test wants to happen while it builds, when a writer saves or changes branches:
// before the texts are indexed, or at the home page, which is rendered before those of the last episodes.

const size = { width: 640, height: 480 };
type Moment = 'BEFORE_INDEX' | 'BEFORE_EPISODES';

const withPicture = (text: string) => `${text}![海](sea.jpg)`;
const withFrame = (text: string) =>
  `${text}\n\n<iframe src="https://film.example/1" title="海"></iframe>`;

let root: string;
let content: string;
let outDir: string;

beforeAll(async () => {
  root = await cloneProject();
  await runFirst('src/pages/index.astro', 'const context', 'BEFORE_EPISODES');
  await runFirst('src/build/write-site.ts', 'const site = assembleSite', 'BEFORE_INDEX');
  outDir = join(await temporaryFolder('out'), 'dist');
  content = await writeContent({
    ...site({ embeds: 'film.example' }),
    ...series(
      'kiri',
      {},
      {
        // More than one thread renders.
        ...episodes(248),
        // A text with a picture is read again for its page, one with a frame also for search.
        '249.md': episode(249, {}, withPicture('霧の中。')),
        '250.md': episode(250, {}, withFrame('海の底。')),
      },
    ),
    'kiri/sea.jpg': await photo(size),
  });
});

/** Has a line of the clone preceded by the script that a variable of the environment names. */
async function runFirst(path: string, line: string, variable: Moment): Promise<void> {
  const file = join(root, path);
  const text = await readFile(file, 'utf8');
  if (!text.includes(line)) throw new Error(`nothing can be run first in ${path}`);
  const script = `process.env.${variable}`;
  await writeFile(file, text.replace(line, `if (${script}) await import(${script});\n${line}`));
}

/** A build during which a script runs. */
async function build(meanwhile?: { readonly at: Moment; readonly script: string }) {
  const env = { TSUZUKI_CONTENT: content, TSUZUKI_OUT: outDir };
  if (meanwhile === undefined) return runScript('build', [], env, root);
  const script = join(await temporaryFolder('meanwhile'), 'script.mjs');
  await writeFile(
    script,
    `import { rmSync, writeFileSync } from 'node:fs';\n${meanwhile.script};\n`,
  );
  return runScript('build', [], { ...env, [meanwhile.at]: script }, root);
}

/** All but what Astro has made of the code. */
async function forgetAll(): Promise<void> {
  for (const path of ['site', 'site.json', 'cache', 'finished']) {
    await rm(join(root, '.tsuzuki', path), { recursive: true, force: true });
  }
  await rm(outDir, { recursive: true, force: true });
}

function save(path: string, text: string): string {
  return `writeFileSync(${JSON.stringify(join(content, path))}, ${JSON.stringify(text)})`;
}

function remove(path: string): string {
  return `rmSync(${JSON.stringify(join(content, path))})`;
}

function expectTold(said: Awaited<ReturnType<typeof build>>, path: string): void {
  expect(said.code, said.stdout + said.stderr).toBe(1);
  expect(said.stdout).toContain('[content-changed]');
  expect(said.stdout).toContain(path);
  expect(said.stdout + said.stderr).not.toMatch(/^\s+at /m);
  expect(existsSync(outDir)).toBe(false);
}

describe('a file that changes after the checks is told, and nothing is published', () => {
  it.each([
    [
      'a text is saved before its page',
      'kiri/249.md',
      (path: string) => save(path, episode(249, {}, withPicture('書きかけ。'))),
    ],
    ['a text is removed before its page', 'kiri/249.md', remove],
    ['a picture is saved before its page', 'kiri/sea.jpg', (path: string) => save(path, '絵')],
    ['a picture is removed before its page', 'kiri/sea.jpg', remove],
  ])('%s', async (_, path, change) => {
    const bytes = await readFile(join(content, path));
    await forgetAll();
    expectTold(await build({ at: 'BEFORE_EPISODES', script: change(path) }), path);

    // Undone, it is what it was: the next build keeps nothing that was made in between.
    await writeFile(join(content, path), bytes);
    const again = await build();
    expect(again.code, again.stdout + again.stderr).toBe(0);
    const files = await readTree(outDir);
    expect(String(files.get('kiri/249/index.html'))).toContain('霧の中。');
    expect([...files.keys()].filter((name) => name.startsWith('images/'))).not.toEqual([]);
  });

  it('a text is saved before it is indexed, while its page is kept', async () => {
    const path = 'kiri/250.md';
    const bytes = await readFile(join(content, path));
    expect((await build()).code).toBe(0);
    await rm(join(root, '.tsuzuki/cache/search'), { recursive: true });
    await rm(outDir, { recursive: true });
    const script = save(path, episode(250, {}, withFrame('書きかけ。')));
    expectTold(await build({ at: 'BEFORE_INDEX', script }), path);

    await writeFile(join(content, path), bytes);
    const again = await build();
    expect(again.code, again.stdout + again.stderr).toBe(0);
  });
});
