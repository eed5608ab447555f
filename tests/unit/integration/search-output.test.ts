import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOutputTree } from '#src/build/output-tree.ts';
import { searchFilesInTree } from '#src/build/search-in-tree.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { writeSearch } from '#src/integration/search-output.ts';
import { gramOf } from '#src/search/query/gram.ts';
import type { SearchManifest } from '#src/search/query/manifest.ts';
import { unpack } from '#src/search/query/pack.ts';
import { groupsIn } from '#src/search/query/gram-file.ts';
import type { GramReader } from '#src/search/query/gram-reader.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { projectRoot, readTree, temporaryFolder, writeContent } from '#tests/support/build-site.ts';

const now = Date.UTC(2026, 5, 1);

let workDir: string;
beforeEach(async () => {
  workDir = await temporaryFolder('work');
});

/** Indexes a content folder as a build does, and reads what was written. */
async function write(
  contentDir: string,
  work = workDir,
  into?: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const tree = openOutputTree(into ?? join(await temporaryFolder('search'), 'site'), 'code');
  const folders = { contentDir, publicDir: join(contentDir, 'none'), workDir: work };
  const { manuscript, findings } = await loadContent({ ...folders, now });
  if (manuscript === undefined) throw new Error(JSON.stringify(findings));
  const site = assembleSite(manuscript, { now, show: 'published' });
  const urls = createUrls(manuscript.settings);
  const files = searchFilesInTree(tree, 'pagefind');
  await writeSearch({ ...folders, files, root: projectRoot, site, urls });
  tree.finish();
  return readTree(join(tree.folder, 'pagefind'));
}

/** How many groups have been indexed with this folder of work. */
async function indexedGroups(): Promise<number> {
  const kept = await readdir(join(workDir, 'cache', 'search'));
  return kept.filter((name) => name.endsWith('-summary')).length;
}

function manifestOf(files: ReadonlyMap<string, Buffer>): SearchManifest {
  const packed = files.get('manifest.pack') ?? Buffer.of();
  return JSON.parse(inflateRawSync(packed).toString()) as SearchManifest;
}

function groupsOf(files: ReadonlyMap<string, Buffer>): SearchManifest['bundles'][0]['groups'] {
  return manifestOf(files).bundles.flatMap(({ groups }) => groups);
}

/** Two series that are too long for one group together. */
async function longSeries(): Promise<string> {
  const files: Record<string, string> = { 'site.yaml': 'title: 文庫\nurl: https://example.org/\n' };
  for (const [id, count] of [
    ['nagai', 120],
    ['yoru', 290],
  ] as const) {
    files[`${id}/series.yaml`] = `title: ${id}\n`;
    for (let order = 1; order <= count; order += 1)
      files[`${id}/${order}.md`] = part(order, '灯台。');
  }
  return writeContent(files);
}

function part(order: number, text: string): string {
  return `---\norder: ${order}\ndate: 2026-04-01\n---\n${text}\n`;
}

describe('an edit', () => {
  it('has its own group indexed again, and nothing else', async () => {
    const content = await longSeries();
    const before = await write(content);
    const count = groupsOf(before).length;
    expect(count).toBeGreaterThan(1);
    expect(await indexedGroups()).toBe(count);
    await writeFile(join(content, 'nagai/110.md'), part(110, '汽笛。'));
    const after = await write(content);
    expect(await indexedGroups()).toBe(count + 1);
    const known = new Set(groupsOf(before).map(({ folder }) => folder));
    expect(groupsOf(after).filter(({ folder }) => !known.has(folder))).toHaveLength(1);
    expect(after).toEqual(await write(content, await temporaryFolder('work')));
  });

  it('leaves in the folder of an earlier build what is right, and nothing else', async () => {
    const content = await longSeries();
    const site = join(await temporaryFolder('search'), 'site');
    const folder = join(site, 'pagefind');
    await write(content, workDir, site);
    const written = async () =>
      new Map((await namesWithNodes(folder)).map((one) => [one.name, one]));
    const before = await written();
    await writeFile(join(content, 'nagai/110.md'), part(110, '汽笛。'));
    expect(await write(content, workDir, site)).toEqual(await write(content));
    const after = await written();
    // Of its group, of the index that all groups share, and the manifest.
    expect([...after.keys()].filter((name) => !before.has(name))).toHaveLength(2);
    for (const [name, one] of after) {
      if (before.has(name) && name !== 'manifest.pack') expect(one).toEqual(before.get(name));
    }
  });

  it('of nothing has nothing indexed again, nor has a cache that is cut', async () => {
    const content = await writeContent({
      'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
      'umi/series.yaml': 'title: 海\n',
      'umi/1.md': part(1, '灯台。'),
    });
    const before = await write(content);
    expect(await write(content)).toEqual(before);
    expect(await indexedGroups()).toBe(1);
    for (const name of await readdir(join(workDir, 'cache', 'search'))) {
      await writeFile(join(workDir, 'cache', 'search', name), 'cut');
      expect(await write(content)).toEqual(before);
    }
    await rm(join(workDir, 'cache'), { recursive: true });
    expect(await write(content)).toEqual(before);
  });

  it.each([
    ['a title', { 'umi/1.md': part(1, '灯台。').replace('order', 'title: 題\norder') }],
    ['the name of a series', { 'umi/series.yaml': 'title: 山\n' }],
    ['the foreword of a series', { 'umi/series.yaml': 'title: 海\nforeword: 前書き。\n' }],
    ['line breaks', { 'umi/series.yaml': 'title: 海\nbreaks: false\n' }],
    ['a label', { 'umi/series.yaml': 'title: 海\nlabels: wa\n' }],
  ])('of %s is not overlooked', async (_, edit) => {
    const files = {
      'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
      'umi/series.yaml': 'title: 海\n',
      'umi/1.md': part(1, '灯台。\n汽笛。'),
      'umi/2.md': part(2, '灯台。'),
    };
    await write(await writeContent(files));
    const edited = await writeContent({ ...files, ...edit });
    expect(await write(edited)).toEqual(await write(edited, await temporaryFolder('work')));
    expect(await indexedGroups()).toBe(2);
  });
});

describe('the index', () => {
  it('holds nothing of what is not public', async () => {
    const files = await write(
      await writeContent({
        'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
        'umi/series.yaml': 'title: 海\n',
        'umi/1.md': part(1, '灯台。'),
        'umi/2.md': part(2, '鯨座。').replace('2026-04-01', '2027-04-01'),
        'umi/3.md': '---\norder: 3\ndraft: true\ntitle: 鯨座\n---\n鯨座。\n',
        'yami/series.yaml': 'title: 鯨座の夜\n',
        'yami/1.md': '---\norder: 1\ndraft: true\n---\n鯨座。\n',
      }),
    );
    let texts = '';
    const firsts: number[] = [];
    for (const [name, bytes] of files) {
      const packed = Uint8Array.from(bytes);
      if (name.endsWith('.pack')) texts += new TextDecoder().decode(await unpack(packed));
      else firsts.push(...[...groupsIn(packed)].flatMap(firstsOf));
    }
    expect(texts).toContain('灯台');
    expect(texts).not.toMatch(/鯨|yami|umi\/2/);
    expect(firsts).not.toContain(gramOf(['鯨'])[0]);
    expect(firsts).toContain(gramOf(['灯'])[0]);
  });

  it('tells which ids there are only where what has not been read is hidden', async () => {
    const files = {
      'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
      'umi/series.yaml': 'title: 海\n',
      'umi/1.md': part(1, '灯台。'),
    };
    const ids = async (settings: string) => {
      const site = `${files['site.yaml']}${settings}`;
      const written = await write(await writeContent({ ...files, 'site.yaml': site }));
      return groupsOf(written)[0]?.runs[0]?.ids;
    };
    expect(await ids('')).toBeUndefined();
    expect(await ids('search: { unread: show }\n')).toBeUndefined();
    expect(await ids('search: { unread: hide }\n')).toEqual(['1']);
  });

  it('of a site where nothing is published yet is empty', async () => {
    const files = await write(
      await writeContent({ 'site.yaml': 'title: 文庫\nurl: https://example.org/\n' }),
    );
    expect([...files.keys()]).toEqual(['manifest.pack']);
    expect(manifestOf(files).bundles).toEqual([]);
  });
});

/** The first character of each gram. */
function firstsOf(grams: GramReader): readonly number[] {
  const firsts: number[] = [];
  while (grams.next()) firsts.push(grams.gram[0] ?? 0);
  return firsts;
}

/** What is in a folder, and the node of the file system that it is. */
async function namesWithNodes(folder: string) {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => ({ name, node: (await stat(join(folder, name))).ino })),
  );
}
