import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareOutput } from '#src/build/output-folder.ts';
import { replaceOutput } from '#src/build/replace-output.ts';
import { shareFile, writeShareList } from '#src/build/share-list.ts';
import { projectRoot, temporaryFolder, writeContent } from '#tests/support/build-site.ts';

const landmarks = ['index.html', '404.html', 'robots.txt', '_redirects'];
const folders = ['_astro/page.css', 'archive/index.html'];
const built = [...landmarks, ...folders, 'rain/index.html', 'rain/1/index.html', 'favicon.svg'];

let outDir: string;
let memory: string;

beforeEach(async () => {
  const root = await temporaryFolder('foreign');
  outDir = join(root, 'dist');
  memory = join(root, '.tsuzuki/outputs.json');
});

describe('an output that this checkout has built', () => {
  beforeEach(() => build(built));

  it('may be replaced when series were added, renamed and removed since', async () => {
    expect(await check(['snow', 'favicon.svg'])).toEqual([]);
    await build([...landmarks, ...folders, 'snow/index.html', 'about/index.html']);
    expect(await check(['hail'])).toEqual([]);
  });

  it.each(['.git', '.git/HEAD', 'CNAME', 'other-app/index.html', 'notes.txt', '.well-known/x'])(
    'is left alone when somebody has put %s beside it',
    async (path) => {
      await put(path);
      expect(await check()).toEqual(['output-not-replaceable']);
    },
  );

  it('says what somebody has put there, the first few', async () => {
    const told = async () => (await findings())[0]?.values['others'];
    await put('notes.txt');
    expect(await told()).toBe('notes.txt');
    for (const path of ['a.txt', 'b.txt', 'c.txt']) await put(path);
    expect(await told()).toMatch(/^\w+\.txt, \w+\.txt, \w+\.txt, …$/);
  });

  it('may hold what a build of today puts there: it came from another machine', async () => {
    await put('CNAME');
    await put('snow/index.html');
    expect(await check(['CNAME', 'snow'])).toEqual([]);
  });

  it('may hold what systems put into any folder', async () => {
    await put('.DS_Store');
    expect(await check()).toEqual([]);
  });

  it('does not vouch for what has taken its place since', async () => {
    await rm(outDir, { recursive: true });
    await put('index.html');
    expect(await check()).toEqual(['output-not-replaceable']);
  });

  it('does not vouch for what an earlier output held', async () => {
    await build([...landmarks, ...folders]);
    await put('rain/index.html');
    expect(await check()).toEqual(['output-not-replaceable']);
  });

  it('holds nothing but the site', async () => {
    const tops = [...new Set(built.map((path) => path.split('/')[0]))];
    expect((await readdir(outDir)).sort()).toEqual(tops.sort());
    expect((await readdir(dirname(outDir))).sort()).toEqual(['.tsuzuki', 'dist']);
    expect(await readdir(dirname(memory))).toEqual(['outputs.json']);
  });
});

describe.each([
  ['came with a fresh clone', () => rm(dirname(memory), { recursive: true })],
  ['is remembered in a file that is damaged', () => writeFile(memory, '{')],
])('an output that %s', (_, forget) => {
  beforeEach(async () => {
    await build(built);
    await forget();
  });

  it('may be replaced, with series that are no more', async () => {
    await put('sitemap.xml');
    await put('images/1.png');
    expect(await check(['favicon.svg', 'snow'])).toEqual([]);
  });

  it.each(['.git', 'CNAME', '.nojekyll', 'notes.txt', 'src/page.ts', 'a page/index.html'])(
    'is left alone when somebody has put %s beside it',
    async (path) => {
      await put(path);
      expect(await check(['favicon.svg'])).toEqual(['output-not-replaceable']);
    },
  );

  it.each(['CNAME', '.nojekyll', '.well-known/x'])(
    'may hold %s where public/ has it',
    async (path) => {
      await put(path);
      expect(await check(['favicon.svg', path.split('/')[0] ?? ''])).toEqual([]);
    },
  );

  it('may hold whatever a route writes at the top', async () => {
    const routes = await readdir(join(projectRoot, 'src/pages'));
    for (const route of routes.filter((name) => !name.startsWith('['))) {
      await put(/\.\w+\.ts$/.test(route) ? route.replace(/\.ts$/, '') : `${route}/x`);
    }
    await rm(join(outDir, 'index.astro'), { recursive: true });
    await rm(join(outDir, '404.astro'), { recursive: true });
    expect(await check(['favicon.svg'])).toEqual([]);
  });
});

describe('a share of a site, which lacks most of what a site has,', () => {
  const list = { number: 2, of: 3, site: 'x', code: 'y', search: undefined };
  beforeEach(async () => {
    await put('rain/1/index.html');
    await put('images/1.png');
    writeShareList(outDir, { ...list, files: { 'rain/1/index.html': '', 'images/1.png': '' } });
  });

  it('may be replaced', async () => {
    expect(await check()).toEqual([]);
  });

  it.each(['.git/HEAD', 'notes.txt', 'snow/index.html', 'index.html'])(
    'is left alone when somebody has put %s beside it',
    async (path) => {
      await put(path);
      expect(await check(['snow'])).toEqual(['output-not-replaceable']);
    },
  );

  it.each(['', '{}', '{"share":"mine"}', '[]'])(
    'is none where a file of its name reads %j',
    async (text) => {
      await writeFile(join(outDir, shareFile), text);
      expect(await check(['rain'])).toEqual(['output-not-replaceable']);
    },
  );
});

describe('what a killed build has left beside the output', () => {
  const beside = () => readdir(dirname(outDir));

  it('is gone after the next look at it', async () => {
    await build(built);
    await mkdir(`${outDir}.tsuzuki-new/rain`, { recursive: true });
    await mkdir(`${outDir}.tsuzuki-old/snow`, { recursive: true });
    expect(await check()).toEqual([]);
    expect((await beside()).toSorted()).toEqual(['.tsuzuki', 'dist']);
    expect(await readdir(outDir)).toContain('rain');
  });

  it('is put back where the new one has not come to its place', async () => {
    await build(built);
    await rename(outDir, `${outDir}.tsuzuki-old`);
    await mkdir(`${outDir}.tsuzuki-new/snow`, { recursive: true });
    expect(await check()).toEqual([]);
    expect((await beside()).toSorted()).toEqual(['.tsuzuki', 'dist']);
    expect(await readdir(outDir)).toContain('rain');
  });
});

it('what lies beside a folder that no output may take the place of is nobody’s to remove', async () => {
  const content = join(dirname(outDir), 'content');
  await mkdir(`${content}.tsuzuki-new`, { recursive: true });
  await mkdir(`${content}.tsuzuki-old`);
  const options = { outDir: content, kept: [content], sources: [] };
  expect(await prepareOutput(options)).toMatchObject([
    { code: 'output-not-replaceable', values: { overlapping: content } },
  ]);
  expect((await readdir(dirname(outDir))).toSorted()).toEqual([
    'content.tsuzuki-new',
    'content.tsuzuki-old',
  ]);
});

it('an output that a killed build has put there in part may be replaced', async () => {
  await build(built);
  const missing = join(dirname(outDir), 'missing');
  await mkdir(join(missing, 'snow'), { recursive: true });
  await mkdir(`${memory}.new`);
  await expect(replaceOutput(missing, outDir, memory)).rejects.toThrow('EISDIR');
  await rm(`${memory}.new`, { recursive: true });
  expect(await check()).toEqual([]);

  const outputs = { [outDir]: { names: ['index.html', 'snow'], isWhole: false } };
  await writeFile(memory, JSON.stringify(outputs));
  await rm(outDir, { recursive: true });
  await put('snow/index.html');
  await put('.tsuzuki-old/404.html');
  expect(await check()).toEqual([]);
});

it('an output is replaced where it could be remembered beforehand, but not afterwards', async () => {
  await build(built);
  // The last output is put where the file that is written next should be.
  const finished = await writeContent({ 'snow/index.html': 'x' });
  await replaceOutput(finished, outDir, memory, `${memory}.new`);
  expect(await readdir(outDir)).toEqual(['snow']);
  await rm(`${memory}.new`, { recursive: true });
  expect(await check()).toEqual([]);
});

async function build(paths: readonly string[]): Promise<void> {
  const files = Object.fromEntries(paths.map((path) => [path, 'x']));
  await replaceOutput(await writeContent(files), outDir, memory);
}

async function put(path: string): Promise<void> {
  await mkdir(dirname(join(outDir, path)), { recursive: true });
  await writeFile(join(outDir, path), 'mine');
}

async function check(expected: readonly string[] = []): Promise<readonly string[]> {
  return (await findings(expected)).map(({ code }) => code);
}

function findings(expected: readonly string[] = []) {
  return prepareOutput({ outDir, kept: [], sources: [], memory, expected });
}
