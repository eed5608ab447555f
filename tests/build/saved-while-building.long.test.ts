import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { photo } from '#tests/support/pictures.ts';
import { episode, series, site } from './writing.ts';

// The home page of this clone, which is rendered before any episode, first runs what a test wants to
// happen between the checks and the pages: a writer saves, or changes branches.

const size = { width: 640, height: 480 };
let root: string;
let content: string;
let outDir: string;

beforeAll(async () => {
  root = await cloneProject();
  const home = join(root, 'src/pages/index.astro');
  const text = await readFile(home, 'utf8');
  const meanwhile = 'if (process.env.MEANWHILE) await import(process.env.MEANWHILE);\n';
  await writeFile(home, text.replace('const context', `${meanwhile}const context`));
  outDir = join(await temporaryFolder('out'), 'dist');
  content = await writeContent({
    ...site(),
    // A text with a picture is read again for its page.
    ...series('kiri', {}, { '1.md': episode(1), '2.md': episode(2, {}, '霧の中。![海](sea.jpg)') }),
    'kiri/sea.jpg': await photo(size),
  });
});

/** A build during which a script runs. */
async function build(meanwhile?: string) {
  const script = join(await temporaryFolder('meanwhile'), 'script.mjs');
  if (meanwhile !== undefined) await writeFile(script, meanwhile);
  const env = {
    TSUZUKI_CONTENT: content,
    TSUZUKI_OUT: outDir,
    ...(meanwhile === undefined ? {} : { MEANWHILE: script }),
  };
  return runScript('build', [], env, root);
}

/** All but what Astro has made of the code. */
async function forgetAll(): Promise<void> {
  for (const path of ['site', 'site.json', 'cache', 'finished']) {
    await rm(join(root, '.tsuzuki', path), { recursive: true, force: true });
  }
  await rm(outDir, { recursive: true, force: true });
}

const inContent = (path: string) => JSON.stringify(join(content, path));

describe('a file that changes between the checks and its page', () => {
  it.each([
    [
      'a text is saved',
      'kiri/2.md',
      (path: string) =>
        `writeFileSync(${path}, '---\\norder: 2\\ndate: 2026-04-01\\n---\\n\\n書きかけ。![海](sea.jpg)\\n')`,
    ],
    ['a text is removed', 'kiri/2.md', (path: string) => `rmSync(${path})`],
    ['a picture is saved', 'kiri/sea.jpg', (path: string) => `writeFileSync(${path}, '絵')`],
    ['a picture is removed', 'kiri/sea.jpg', (path: string) => `rmSync(${path})`],
  ])('is told, and nothing is published: %s', async (_, path, change) => {
    const bytes = await readFile(join(content, path));
    await forgetAll();
    const said = await build(
      `import { rmSync, writeFileSync } from 'node:fs';\n${change(inContent(path))};\n`,
    );
    expect(said.code).toBe(1);
    expect(said.stdout).toContain('[content-changed]');
    expect(said.stdout).toContain(path);
    expect(said.stdout + said.stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(outDir)).toBe(false);

    // Undone, it is what it was: the next build keeps nothing that was made in between.
    await writeFile(join(content, path), bytes);
    const again = await build();
    expect(again.code, again.stdout + again.stderr).toBe(0);
    const files = await readTree(outDir);
    expect(String(files.get('kiri/2/index.html'))).toContain('霧の中。');
    expect([...files.keys()].filter((name) => name.startsWith('images/'))).not.toEqual([]);
  });
});
