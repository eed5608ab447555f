import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { prepareEngine } from '#src/build/engine.ts';
import { readTree } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { site } from './writing.ts';

let root: string;
let workDir: string;

beforeAll(async () => {
  root = await cloneProject();
  workDir = join(root, '.tsuzuki');
  await mkdir(join(root, 'content'));
  for (const [name, text] of Object.entries(site())) {
    await writeFile(join(root, 'content', name), text);
  }
});

it('an engine is all that pages need, and none of what killed builds have left', async () => {
  await writeFile(join(root, 'public/notes.txt'), 'the writer’s');
  const left = join(workDir, 'engine/0123456789abcdef.new-abcdef/assets');
  await mkdir(left, { recursive: true });

  const engine = await prepareEngine({ project: { root, workDir }, base: '' });
  expect(await readdir(join(workDir, 'engine'))).toEqual([engine.digest]);
  const assets = [...(await readTree(engine.assets)).keys()];
  expect(assets.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(1);
  expect(assets.filter((path) => !path.startsWith('_astro/'))).toEqual([]);
});

it('Astro bundles no longer than somebody waits for it', async () => {
  const script = join(root, 'src/build/bundle-engine.ts');
  const bundling = spawn(process.execPath, [script, root, join(workDir, 'bundle/assets'), '/'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  bundling.stdin.end();
  expect(await once(bundling, 'exit')).toEqual([1, null]);
});

it('no engine is kept for an address that is in site.yaml no longer when Astro reads it', async () => {
  const file = join(root, 'content/site.yaml');
  const kept = await readFile(file);
  const prepare = (base: string) => prepareEngine({ project: { root, workDir }, base });
  const isToldOf = { findings: [{ code: 'content-changed', file: 'site.yaml' }] };
  await expect(prepare('/moved/')).rejects.toMatchObject(isToldOf);
  await writeFile(file, 'title: [');
  await expect(prepare('/broken/')).rejects.toMatchObject(isToldOf);
  await writeFile(file, kept);
  const { digest } = await prepare('/');
  const names = await readdir(join(workDir, 'engine'));
  expect(names.filter((name) => !name.includes('.new-'))).toContain(digest);
});
