import { describe, expect, it } from 'vitest';
import { createResolver, resolveReference } from '#src/site/references.ts';
import { checkFolder, markdown, readContent, withContent } from './reading-tools.ts';

const part = (order: number, more = '') =>
  markdown(`order: ${String(order)}\ndate: 2026-04-01${more}`);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

const { manuscript } = await readContent({
  'kiri/02.md': part(2),
  'kiri/03.md': part(3, '\ndraft: true'),
  'kiri/broken.md': 'まだ\n',
  ['kiri/が.md'.normalize('NFD')]: part(4),
  'kiri/map.png': png,
  'kiri/01.md': markdown('order: 1\ndate: 2026-04-01', '![図](map.png)\n'),
  'yoru/series.yaml': 'title: 夜\naliases: [night]\n',
  'yoru/01.md': part(1, '\naliases: [first]'),
  'about.md': markdown('title: この間'),
  'later.md': markdown('title: いずれ\ndraft: true'),
});
if (manuscript === undefined) {
  throw new Error('the content is sound enough');
}
const resolve = createResolver(manuscript, ({ draft }) => !draft);
const from = { path: 'kiri/01.md' };

describe('resolveReference', () => {
  it.each([
    ['./02.md', 'kiri/02.md', ''],
    ['02.md', 'kiri/02.md', ''],
    ['../kiri/02.md#a', 'kiri/02.md', '#a'],
    ['../yoru/01.md', 'yoru/01.md', ''],
    ['%30%32.md', 'kiri/02.md', ''],
    ['./が.md', 'kiri/が.md'.normalize('NFD'), ''],
    [`./${encodeURIComponent('が'.normalize('NFD'))}.md#が`, 'kiri/が.md'.normalize('NFD'), '#が'],
  ])('%s is an episode', (url, path, fragment) => {
    expect(resolve(url, from)).toMatchObject({ kind: 'episode', entry: { path }, fragment });
  });

  it('knows pages, images and addresses of the site', () => {
    expect(resolve('../about.md#x', from)).toMatchObject({ kind: 'page', fragment: '#x' });
    expect(resolve('kiri/02.md', { path: 'about.md' })).toMatchObject({ kind: 'episode' });
    expect(resolve('./map.png', from)).toEqual({ kind: 'image', path: 'kiri/map.png' });
    expect(resolve('/archive/?a#b', from)).toEqual({ kind: 'address', path: '/archive/?a#b' });
  });

  it.each(['https://example.com/', 'mailto:a@example.com', '//example.com/x', 'tel:1'])(
    'leaves %s alone',
    (url) => {
      expect(resolve(url, from)).toEqual({ kind: 'external' });
    },
  );

  it('leaves a fragment alone', () => {
    expect(resolve('#a', from)).toEqual({ kind: 'fragment' });
  });

  it('knows what is not published, and asks its caller', () => {
    expect(resolve('03.md', from)).toMatchObject({ kind: 'unpublished', entry: { slug: '03' } });
    expect(resolve('../later.md', from)).toMatchObject({ kind: 'unpublished' });
    expect(resolveReference('03.md', from, manuscript, () => true)).toMatchObject({
      kind: 'episode',
    });
    const live = createResolver(manuscript, () => true);
    expect(live('../later.md', from)).toMatchObject({ kind: 'page' });
  });

  it.each([
    ['./2.md', './02.md'],
    ['./02', './02.md'],
    ['./02.MD', './02.md'],
    ['../yorü/01.md', '../yoru/01.md'],
    ['../abuot.md', '../about.md'],
    ['../yoru/first.md', '../yoru/01.md'],
    ['../night/first', '../yoru/01.md'],
    ['./05.md', undefined],
    ['./011.md', undefined],
    ['./0l.md', './02.md'],
    ['zzzzzz.md', undefined],
    ['../../02.md', undefined],
    ['', undefined],
    ['%E3%81.md', undefined],
  ])('%j is missing', (url, nearest) => {
    expect(resolve(url, from)).toEqual(
      nearest === undefined ? { kind: 'missing' } : { kind: 'missing', nearest },
    );
  });

  it('knows a text, a page or a series by its address, encoded or not, by former names too', () => {
    expect(resolve('/kiri/02/#a', from)).toMatchObject({
      kind: 'episode',
      entry: { path: 'kiri/02.md' },
      fragment: '#a',
    });
    expect(resolve('/kiri/%E3%81%8C', from)).toMatchObject({ kind: 'episode' });
    expect(resolve('/kiri/03/', from)).toMatchObject({ kind: 'unpublished' });
    expect(resolve('/about/', from)).toMatchObject({ kind: 'page' });
    expect(resolve('/yoru/', from)).toMatchObject({ kind: 'series', entry: { id: 'yoru' } });
    expect(resolve('../yoru/', from)).toMatchObject({ kind: 'series', entry: { id: 'yoru' } });
    expect(resolve('/night/', from)).toMatchObject({ kind: 'series', entry: { id: 'yoru' } });
    expect(resolve('/night/first/', from)).toMatchObject({ entry: { path: 'yoru/01.md' } });
    expect(resolve('/yoru/first/', from)).toMatchObject({ entry: { path: 'yoru/01.md' } });
    expect(resolve('/kiri/broken/', from)).toEqual({ kind: 'missing', isLeftOut: true });
    expect(resolve('/archive/', from)).toEqual({ kind: 'address', path: '/archive/' });
  });

  it('suggests no file to itself', () => {
    const former = { path: 'yoru/01.md' };
    expect(resolve('./first.md', former)).toEqual({ kind: 'missing' });
    expect(resolve('./abuot.md', { path: 'about.md' })).toEqual({ kind: 'missing' });
  });

  it('tells what is left out for a mistake of its own from what is missing', () => {
    expect(resolve('broken.md', from)).toEqual({ kind: 'missing', isLeftOut: true });
  });
});

describe('checkReferences', () => {
  it('says nothing of links from what is unpublished to what is unpublished', async () => {
    const files = {
      'kiri/02.md': markdown('order: 2\ndraft: true', '[次](03.md)と[誤](3.md)\n'),
      'kiri/03.md': markdown('order: 3\ndraft: true'),
    };
    expect(await withContent(files, checkFolder)).toMatchObject([
      { code: 'link-missing', values: { url: '3.md', nearest: './03.md' } },
    ]);
  });
});
