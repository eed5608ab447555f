import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManuscript } from '#src/manuscript/read-manuscript.ts';
import { type Files, markdown, readContent, tools, withContent } from './reading-tools.ts';

const part = (order: number, more = '') =>
  markdown(`order: ${String(order)}\ndate: 2026-04-01${more}`);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

describe('readManuscript', () => {
  it('leaves out what cannot be used and keeps the rest', async () => {
    const { manuscript, findings } = await readContent({
      'kiri/02.md': part(2, '\ndraft: maybe'),
      'kiri/03.md': part(3, '\nsumary: あ'),
      'yoru/series.yaml': 'status: complete\n',
      'yoru/01.md': part(1),
    });
    expect(findings.map(({ code }) => code)).toEqual(['wrong-type', 'unknown-key', 'key-missing']);
    expect(manuscript?.series.map(({ id }) => id)).toEqual(['kiri']);
    expect(manuscript?.episodes.map(({ path }) => path)).toEqual(['kiri/01.md', 'kiri/03.md']);
    expect(manuscript?.leftOut).toEqual(['kiri/02.md', 'yoru/01.md', 'yoru/series.yaml']);
  });

  it('finds the other mistakes even where site.yaml cannot be used', async () => {
    const { manuscript, findings } = await readContent({
      'site.yaml': 'title: a\n',
      'kiri/02.md': '',
    });
    expect(manuscript).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['file-empty', 'key-missing']);
  });

  it('goes on with a site.yaml that has a slip in what it could do without', async () => {
    const site = 'title: a\nurl: https://example.org/\ntimezone: Tokyo\nzzz: 1\n';
    const { manuscript, findings } = await readContent({ 'site.yaml': site });
    expect(manuscript?.settings.timezone).toBe('Asia/Tokyo');
    expect(findings).toHaveLength(2);
  });

  it('keeps each address, place and id once', async () => {
    const { manuscript } = await readContent({
      'kiri/02.md': part(1),
      'kiri/03.md': part(3, '\nslug: "01"'),
      'kiri/04.md': part(4, '\nid: "01"\narc: none\nimage: none.png'),
      'kiri/05.md': part(5, '\narc: none\nimage: none.png\naliases: "01"\nid: e'),
    });
    expect(manuscript?.episodes).toMatchObject([
      { path: 'kiri/01.md' },
      { path: 'kiri/05.md', arc: undefined, image: undefined, aliases: [] },
    ]);
  });

  it('reports no gap while a part of the series cannot be read', async () => {
    const { findings } = await readContent({ 'kiri/02.md': 'まだ\n', 'kiri/03.md': part(3) });
    expect(findings.map(({ code }) => code)).toEqual(['frontmatter-missing']);
  });

  it('ignores what is not its own', async () => {
    const { manuscript, findings } = await readContent({
      'addresses.yaml': '- [',
      'announcements.json': '{',
      '_draft.md': 'まだ',
      '.hidden/01.md': 'まだ',
      'kiri/_03.md': 'まだ',
      'kiri/_notes.txt': 'まだ',
      'kiri/names.csv': 'まだ',
      'pictures/notes.txt': 'まだ',
      'pictures/a.png': png,
    });
    expect(findings).toEqual([]);
    expect(manuscript?.pages).toEqual([]);
  });

  it('measures each image that is named, once, and no other', async () => {
    const { manuscript, findings } = await readContent({
      'kiri/cover.png': png,
      'kiri/images/地図.png': png,
      'kiri/unused.png': png,
      'kiri/series.yaml': 'title: 霧\nimage: ./cover.png\n',
      'kiri/01.md': markdown(
        'order: 1\ndate: 2026-04-01\nimage: cover.png',
        `![図](images/${encodeURIComponent('地図')}.png)と[原寸](images/地図.png#a)\n`,
      ),
    });
    expect(findings).toEqual([]);
    expect(manuscript?.images).toMatchObject([
      { path: 'kiri/cover.png', width: 1, height: 1 },
      { path: 'kiri/images/地図.png' },
    ]);
    expect(manuscript?.episodes[0]?.image).toBe('kiri/cover.png');
  });

  it('takes no image from an address: pages ask no other host for anything', async () => {
    const files: Files = {
      'kiri/01.md': markdown(
        'order: 1\ndate: 2026-04-01',
        '![あ](/a.png)![い](https://example.com/b.png)\n',
      ),
    };
    const { findings } = await withContent(files, (folder) => readManuscript(folder, tools));
    expect(findings).toMatchObject([
      { code: 'image-address', values: { url: '/a.png' } },
      { code: 'image-address', values: { url: 'https://example.com/b.png' } },
    ]);
  });

  it('gives the same whatever the order in which files arrive', async () => {
    const names = ['z', 'あ', 'B', 'a', '10', '9'];
    const results = await Promise.all(
      [names, names.toReversed()].map((order) =>
        withContent({}, async (folder) => {
          for (const [index, name] of order.entries()) {
            await writeFile(
              join(folder, `kiri/${name}.md`),
              part(2 + (order === names ? index : 5 - index)),
            );
          }
          return readManuscript(folder, tools);
        }),
      ),
    );
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.manuscript?.episodes.map(({ slug }) => slug)).toEqual([
      '01',
      '10',
      '9',
      'B',
      'a',
      'z',
      'あ',
    ]);
  });

  it('never throws, whatever the bytes', async () => {
    const files = ['site.yaml', 'kiri/series.yaml', 'kiri/01.md', 'about.md'];
    const text = fc
      .record({ key: fc.constantFrom(...keys), value: fc.oneof(fc.string(), fc.json()) })
      .map(({ key, value }) => new TextEncoder().encode(`---\n${key}: ${value}\n---\n文\n`));
    const bytes = fc.oneof(fc.uint8Array(), text);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), bytes, async (file, content) => {
        const { findings } = await readContent({ [file]: content });
        expect(Array.isArray(findings)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const keys = [
  'title',
  'url',
  'labels',
  'arcs',
  'cast',
  'author',
  'feeds',
  'order',
  'date',
  'aliases',
  'warnings',
  'kind',
  'after',
  'language',
  'image',
  'tag',
  '__proto__',
  'constructor',
];
