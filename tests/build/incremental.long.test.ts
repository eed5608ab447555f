import { existsSync } from 'node:fs';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { plain } from '#tests/support/pictures.ts';

// What a build makes of what the last one has left equals what it makes of nothing: file for file.

let content: string;
/** The project that builds again and again, and one that forgets everything before each build. */
let remembering: string;
let forgetting: string;

const episode = (order: number, more = '', body = `本文${String(order)}。`) =>
  `---\norder: ${String(order)}\ntitle: 第${String(order)}夜\ndate: 2026-04-${String(Math.floor(order)).padStart(2, '0')}\n${more}---\n\n${body}\n`;

beforeAll(async () => {
  const numbered = Array.from({ length: 24 }, (_, i) => i + 1);
  content = await writeContent({
    'site.yaml': 'title: 物語\nurl: https://example.com/\nauthor: 作者\nfeeds:\n  items: 5\n',
    'about.md': '---\ntitle: このサイト\n---\n\n[一夜](kiri/01.md)から。\n',
    'kiri/series.yaml':
      'title: 霧\nstatus: ongoing\ndescription: 霧の話。![海](sea.png)\nforeword: 毎週です。\n',
    ...Object.fromEntries(
      numbered.map((order) => [`kiri/${String(order).padStart(2, '0')}.md`, episode(order)]),
    ),
    'kiri/03.md': episode(3, '', '[次の次](05.md)と[別の話](../kaze/1.md)。'),
    'kiri/04.md': episode(4, 'image: sea.png\n', '![海](sea.png)'),
    'kiri/sea.png': await plain({ width: 640, height: 480 }, { r: 20, g: 60, b: 90 }),
    'kaze/series.yaml': 'title: 風\nstatus: complete\nlabels: zenpen\naliases: [old-kaze]\n',
    'kaze/1.md': episode(1, 'aliases: [ichi]\n'),
    'kaze/2.md': episode(2),
    'kaze/soto.md': '---\nkind: extra\nafter: 2\ndate: 2026-05-01\n---\n\n番外。\n',
    'kaze/news.md': '---\nkind: notice\ntitle: 書籍化\ndate: 2026-05-02\n---\n\nお知らせ。\n',
  });
  [remembering, forgetting] = await Promise.all([cloneProject(), cloneProject()]);
});

async function build(root: string, env: Readonly<Record<string, string>> = {}) {
  const outDir = join(root, 'dist');
  const paths = { TSUZUKI_CONTENT: content, TSUZUKI_OUT: outDir, TSUZUKI_NOW: '2026-11-01' };
  const { code, stdout, stderr } = await runScript('build', [], { ...paths, ...env }, root);
  expect(code, stdout + stderr).toBe(0);
  return readTree(outDir);
}

/** All but what Astro has made of the code, which takes seconds and is made anew by other code. */
async function forgetAll(): Promise<void> {
  const folder = join(forgetting, '.tsuzuki');
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    if (name !== 'engine') await rm(join(folder, name), { recursive: true });
  }
}

/** Both builds give the same. */
async function expectEqual(env: Readonly<Record<string, string>> = {}): Promise<void> {
  await forgetAll();
  const [again, anew] = await Promise.all([build(remembering, env), build(forgetting, env)]);
  expect([...again.keys()]).toEqual([...anew.keys()]);
  const different = [...anew].filter(([path, bytes]) => again.get(path)?.equals(bytes) !== true);
  expect(different.map(([path]) => path)).toEqual([]);
}

const file = (path: string) => join(content, path);
const edit = async (path: string, change: (text: string) => string) => {
  const before = await readFile(file(path), 'utf8');
  const after = change(before);
  expect(after, path).not.toBe(before);
  await writeFile(file(path), after);
};

const edits: readonly (readonly [what: string, change: () => Promise<unknown>])[] = [
  ['the first build', () => Promise.resolve()],
  ['nothing', () => Promise.resolve()],
  ['a body', () => edit('kiri/07.md', (text) => text.replace('本文', '《《改稿》》'))],
  ['two files say the same', () => edit('kaze/2.md', () => episode(2, '', '本文1。'))],
  ['a title', () => edit('kiri/12.md', (text) => text.replace('第12夜', '十二夜'))],
  ['a part more at the end', () => writeFile(file('kiri/25.md'), episode(25))],
  ['a part more in between', () => writeFile(file('kiri/07b.md'), episode(7.5))],
  ['a part less', () => rm(file('kiri/10.md'))],
  ['the last part less', () => rm(file('kiri/25.md'))],
  [
    'the target of a link is withdrawn',
    () => edit('kiri/05.md', (t) => t.replace('order', 'draft: true\norder')),
  ],
  [
    'the target of a link has another address',
    () =>
      edit('kaze/1.md', (t) => t.replace('aliases: [ichi]', 'slug: hajime\naliases: [ichi, "1"]')),
  ],
  ['other labels', () => edit('kiri/series.yaml', (t) => `${t}labels: sono\n`)],
  [
    'other words and numerals',
    () =>
      edit('kiri/series.yaml', (t) =>
        t.replace(
          'labels: sono',
          'labels:\n  first: 序\n  middle: 続\n  last: 終\n  numerals: kanji',
        ),
      ),
  ],
  [
    'a story is told to its end',
    () => edit('kiri/series.yaml', (t) => t.replace('ongoing', 'complete')),
  ],
  [
    'a title of a series',
    () => edit('kiri/series.yaml', (t) => t.replace('title: 霧', 'title: 深い霧')),
  ],
  ['its foreword', () => edit('kiri/series.yaml', (t) => t.replace('毎週', '毎月'))],
  ['arcs', () => edit('kiri/series.yaml', (t) => `${t}arcs:\n  - id: a\n    title: 春\n`)],
  ['parts of an arc', () => edit('kiri/01.md', (t) => t.replace('order', 'arc: a\norder'))],
  ['another direction', () => edit('kaze/series.yaml', (t) => `${t}direction: vertical\n`)],
  ['another language', () => edit('kaze/series.yaml', (t) => `${t}language: en\n`)],
  [
    'a category and warnings',
    () => edit('kaze/series.yaml', (t) => `${t}category: 怪談\nwarnings: [残酷]\n`),
  ],
  [
    'a picture',
    async () =>
      writeFile(
        file('kiri/sea.png'),
        await plain({ width: 700, height: 300 }, { r: 90, g: 60, b: 20 }),
      ),
  ],
  ['a cover', () => edit('kiri/series.yaml', (t) => `${t}image: sea.png\n`)],
  ['a page of its own', () => edit('about.md', (t) => t.replace('このサイト', '案内'))],
  ['another page', () => writeFile(file('links.md'), '---\ntitle: リンク\n---\n\nなし。\n')],
  ['the title of the site', () => edit('site.yaml', (t) => t.replace('物語', '物語集'))],
  ['fewer entries in feeds', () => edit('site.yaml', (t) => t.replace('items: 5', 'items: 3'))],
  [
    'excerpts in feeds',
    () => edit('site.yaml', (t) => t.replace('items: 3', 'items: 3\n  content: summary')),
  ],
  ['what is unread is hidden', () => edit('site.yaml', (t) => `${t}search:\n  unread: hide\n`)],
  [
    'another address',
    () => edit('site.yaml', (t) => t.replace('example.com/', 'example.org/tales/')),
  ],
  ['another zone', () => edit('site.yaml', (t) => `${t}timezone: America/New_York\n`)],
  [
    'a series has another name',
    async () => {
      await rename(file('kiri'), file('fukai-kiri'));
      await edit('fukai-kiri/series.yaml', (t) => `${t}aliases: [kiri]\n`);
      await edit('about.md', (t) => t.replace('kiri/01.md', 'fukai-kiri/01.md'));
    },
  ],
  [
    'a series less',
    async () => {
      await rm(file('kaze'), { recursive: true });
      await edit('fukai-kiri/03.md', (t) => t.replace('../kaze/1.md', '01.md'));
    },
  ],
];

describe('a build after another equals a build from nothing when there is changed', () => {
  it.each(edits)('%s', async (_what, change) => {
    await change();
    await expectEqual();
  });

  it('the moment, after which less is public', () => expectEqual({ TSUZUKI_NOW: '2026-04-09' }));

  it('the moment, after which more is public', () => expectEqual());

  it('a template', async () => {
    for (const root of [remembering, forgetting]) {
      const path = join(root, 'src/components/episode-heading.astro');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('<p class="meta">', '<p class="meta facts">'));
    }
    await expectEqual();
    const page = await readFile(join(remembering, 'dist/fukai-kiri/01/index.html'), 'utf8');
    expect(page).toContain('meta facts');
  });

  it('a rule of the text', async () => {
    for (const root of [remembering, forgetting]) {
      const path = join(root, 'src/site/strings/ja.ts');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(/(contents: ')[^']*/, '$1もくじ'));
    }
    await expectEqual();
    const page = await readFile(join(remembering, 'dist/fukai-kiri/01/index.html'), 'utf8');
    expect(page).toContain('もくじ');
  });

  it('a library', async () => {
    for (const root of [remembering, forgetting]) {
      const path = join(root, 'package-lock.json');
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('"version": "0.1.0"', '"version": "0.1.1"'));
    }
    const page = join(remembering, '.tsuzuki/site/fukai-kiri/01/index.html');
    const before = (await stat(page)).ino;
    await expectEqual();
    expect((await stat(page)).ino).not.toBe(before);
  });
});

/** All that the project has on its own account, or what is below a folder of that. */
async function remembered(below = ''): Promise<readonly string[]> {
  const folder = join(remembering, '.tsuzuki', below);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

/** When each file of the output was written. */
async function written(root: string): Promise<ReadonlyMap<string, number>> {
  const folder = join(root, 'dist');
  const times = [...(await readTree(folder)).keys()].map(async (path) => {
    return [path, (await stat(join(folder, path))).mtimeMs] as const;
  });
  return new Map(await Promise.all(times));
}

describe('a long series', () => {
  const paths = Array.from({ length: 70 }, (_, i) => `nagai/${String(i + 1).padStart(2, '0')}.md`);
  const part = (i: number) =>
    episode(i, '', `長い話の${String(i)}。`).replace(/^date: .*$/m, 'date: 2026-05-01');

  it('grows beyond what is remembered together', async () => {
    await mkdir(file('nagai'));
    await writeFile(file('nagai/series.yaml'), 'title: 長い話\n');
    for (const [i, path] of paths.slice(0, 64).entries()) await writeFile(file(path), part(i + 1));
    await expectEqual();
    for (const [i, path] of paths.slice(64).entries()) await writeFile(file(path), part(i + 65));
    await expectEqual();
  });

  it('is not made again for a line more in one of its parts', async () => {
    const before = await written(remembering);
    await edit('nagai/40.md', (text) => `${text}\nもう一行。\n`);
    await expectEqual();
    const after = await written(remembering);
    const made = [...after].filter(([path, time]) => time !== before.get(path));
    const pages = made.map(([path]) => path).filter((path) => /^nagai\/\d+\//.test(path));
    expect(pages).toEqual(['nagai/40/index.html']);
    // Of its feeds, those that hold the part; of its history of twenty-two, as many.
    const feeds = made.map(([path]) => path).filter((path) => /^nagai\/.*(xml|json)$/.test(path));
    expect(feeds.length).toBeLessThanOrEqual(2);
  });
});

describe('what was made once and is still shown', () => {
  it('is remembered for longer than a month of builds that keep it', async () => {
    const picture = (blue: number) => plain({ width: 640, height: 480 }, { r: 9, g: 9, b: blue });
    await writeFile(file('nagai/yama.png'), await picture(40));
    await writeFile(file('nagai/kawa.png'), await picture(80));
    await edit('nagai/01.md', (text) => `${text}\n![山](yama.png)\n\n![川](kawa.png)\n`);
    await expectEqual();
    const monthAgo = new Date(Date.now() - 31 * 86_400_000);
    for (const path of await remembered('cache')) await utimes(path, monthAgo, monthAgo);
    // Something of each kind is made, so that what is long unused is looked for.
    await edit('nagai/41.md', (text) => `${text}\nさらに一行。\n`);
    await writeFile(file('nagai/kawa.png'), await picture(120));
    await expectEqual();
    const cached = async (root: string, folder: string) =>
      (await readdir(join(root, '.tsuzuki/cache', folder))).toSorted();
    for (const folder of ['texts', 'images', 'search']) {
      expect(await cached(remembering, folder)).toEqual(await cached(forgetting, folder));
    }
  });
});

describe('a build equals a build from nothing also where of what is remembered', () => {
  it.each([
    ['every file was cut in the middle', 0.5],
    ['every file was emptied', 0],
    ['every file lacks its last byte', 1],
  ])('%s', async (_what, share) => {
    for (const path of await remembered()) {
      const { size } = await stat(path);
      await truncate(path, share === 1 ? Math.max(0, size - 1) : Math.floor(size * share));
    }
    await expectEqual();
  });

  it('every third file is missing', async () => {
    for (const [index, path] of (await remembered()).entries()) if (index % 3 === 0) await rm(path);
    await expectEqual();
  });

  it('everything is of another folder that was built in between', async () => {
    const other = await writeContent({
      'site.yaml': 'title: 別\nurl: https://example.org/tales/\n',
      'fukai-kiri/series.yaml': 'title: 深い霧\n',
      'fukai-kiri/01.md': episode(1),
    });
    const outDir = join(await temporaryFolder('out'), 'dist');
    const env = { TSUZUKI_CONTENT: other, TSUZUKI_OUT: outDir };
    expect((await runScript('build', [], env, remembering)).code).toBe(0);
    expect(existsSync(join(outDir, 'kaze'))).toBe(false);
    await expectEqual();
  });
});
