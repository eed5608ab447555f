import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareOutput } from '#src/build/output-folder.ts';
import { replaceOutput } from '#src/build/replace-output.ts';
import { readTree, temporaryFolder, writeContent } from '#tests/support/build-site.ts';

// What every built site has.
const output = ['404.html', '_astro/page.css', '_redirects', 'archive/index.html', 'index.html'];
const site = Object.fromEntries([...output, 'robots.txt'].map((path) => [path, 'old']));

let root: string;

beforeAll(async () => {
  root = await writeContent({
    'package.json': '{}',
    'content/site.yaml': 'title: x',
    'content/story/1.md': 'x',
    'public/favicon.svg': 'x',
    '.tsuzuki/site/index.html': 'x',
    'src/page.ts': 'x',
    'empty-folder/.keep/x': '',
    'a file': 'x',
    'home-made/index.html': 'x',
    'home-made/404.html': 'x',
    'home-made/robots.txt': 'x',
    ...Object.fromEntries(Object.keys(site).map((path) => [`dist/${path}`, 'old'])),
  });
  await mkdir(join(root, 'empty'));
  await symlink(join(root, 'content'), join(root, 'link-to-content'), 'junction');
});

/** The code of what is wrong with an output folder of that project, or undefined. */
async function wrongWith(outDir: string): Promise<string | undefined> {
  const folder = (name: string) => join(root, name);
  const before = (await readdir(root, { recursive: true })).sort();
  const [finding] = await prepareOutput({
    outDir,
    kept: [root, folder('content')],
    sources: ['content', 'public', '.tsuzuki'].map(folder),
  });
  expect((await readdir(root, { recursive: true })).sort()).toEqual(before);
  return finding?.code;
}

describe('an output folder', () => {
  it.each(['dist', 'empty', 'new', 'some/new/folder', 'content-of-mine', 'public-site/dist'])(
    'may be %s, which loses nothing, and is not made yet',
    async (path) => {
      expect(await wrongWith(join(root, path))).toBeUndefined();
    },
  );

  it.each([
    ...['', '..', 'content', 'content/story', 'content/dist', 'content/story/dist', 'public'],
    ...['public/dist', '.tsuzuki', '.tsuzuki/site', 'src', 'home-made', 'link-to-content'],
  ])('may not be %j, where something would be lost or mixed up', async (path) => {
    expect(await wrongWith(join(root, path))).toBe('output-not-replaceable');
  });

  it.each(['a file', 'a file/dist', 'a file/some/dist'])(
    'may not be %j, where nothing can be written',
    async (path) => {
      expect(await wrongWith(join(root, path))).toBe('output-unwritable');
    },
  );

  it.runIf(process.platform === 'linux').each(['/proc/dist', '/proc/some/dist'])(
    'may not be %s, where not even an administrator can write',
    async (path) => {
      expect(await wrongWith(path)).toBe('output-unwritable');
    },
  );
});

describe('a finished site', () => {
  it('takes the place of the last one, of which nothing remains', async () => {
    const outDir = join(await temporaryFolder('out'), 'dist');
    await mkdir(outDir);
    await writeFile(join(outDir, 'old.html'), 'old');
    await replaceOutput(await writeContent({ 'index.html': 'new' }), outDir);
    expect([...(await readTree(outDir)).keys()]).toEqual(['index.html']);
    expect(await readdir(dirname(outDir))).toEqual(['dist']);
  });

  it('makes the folders that are missing on the way', async () => {
    const outDir = join(await temporaryFolder('out'), 'some/new/dist');
    await replaceOutput(await writeContent({ 'index.html': 'new' }), outDir);
    expect([...(await readTree(outDir)).keys()]).toEqual(['index.html']);
  });

  it('leaves the last one where it cannot be put', async () => {
    const outDir = await writeContent(site);
    await expect(replaceOutput(join(root, 'nowhere'), outDir)).rejects.toThrow('ENOENT');
    expect((await readTree(outDir)).size).toBe(Object.keys(site).length);
    expect((await readdir(dirname(outDir))).filter((name) => name.includes('.old-'))).toEqual([]);
  });
});
