import { lstat, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { prepareOutput } from '#src/build/output-folder.ts';
import { replaceOutput } from '#src/build/replace-output.ts';
import { temporaryFolder, writeContent } from '#tests/support/build-site.ts';

let root: string;

beforeEach(async () => {
  root = await temporaryFolder('links');
});

it.each([
  ['a folder', () => mkdir(join(root, 'target'))],
  ['nothing yet', () => Promise.resolve()],
])('a link to %s stays, and its target is written', async (_, prepare) => {
  await prepare();
  const link = join(root, 'dist');
  await symlink('target', link, 'junction');
  expect(await check(link)).toEqual([]);
  await replaceOutput(await writeContent({ 'index.html': 'new' }), link);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(join(root, 'target/index.html'), 'utf8')).toBe('new');
  expect((await readdir(root)).sort()).toEqual(['dist', 'target']);
});

it('what is remembered of a target is remembered under every link to it', async () => {
  const memory = join(root, '.tsuzuki/outputs.json');
  for (const name of ['one', 'other']) await symlink('target', join(root, name), 'junction');
  await replaceOutput(await writeContent({ 'notes.txt': 'x' }), join(root, 'one'), memory);
  const outputs: unknown = JSON.parse(await readFile(memory, 'utf8'));
  expect(outputs).toEqual({ [join(root, 'target')]: { names: ['notes.txt'], isWhole: true } });
});

it('links on the way to the output or to the sources hide nothing', async () => {
  await mkdir(join(root, 'project/content'), { recursive: true });
  await symlink('project', join(root, 'link'), 'junction');
  for (const [outDir, content] of [
    ['link/content/dist', 'project/content'],
    ['project/content/dist', 'link/content'],
    ['link', 'project/content'],
    ['project', 'link/content'],
  ] as const) {
    const kept = [join(root, content)];
    expect(await check(join(root, outDir), kept)).toEqual(['output-not-replaceable']);
  }
});

it('a loop of links cannot be written', async () => {
  await symlink('dist', join(root, 'dist'), 'junction');
  expect(await check(join(root, 'dist'))).toEqual(['output-unwritable']);
});

async function check(outDir: string, folders: readonly string[] = []): Promise<readonly string[]> {
  const findings = await prepareOutput({ outDir, kept: folders, sources: folders });
  return findings.map(({ code }) => code);
}
