import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  navigationBlocks,
  navigationOf,
  textOf,
  withToken,
  type Built,
} from './built-pages.ts';
import { episode, episodes, launch, markdown, series, site, yaml } from './writing.ts';

/** The links of a series' navigation on one line for each standpoint, which is a slug. */
type Standpoints = Readonly<Record<string, string>>;

const finished = { status: 'complete' };
const extra = (after: number, title: string) =>
  markdown({ kind: 'extra', after, date: launch, title });
const notice = markdown({ kind: 'notice', date: launch, title: '休みます' });
const scheduled = '2099-01-01';

let built: Built;

beforeAll(async () => {
  built = await build({
    ...site(),
    ...series('one', finished, episodes(1)),
    ...series('one-ongoing', {}, episodes(1)),
    ...series('two', finished, episodes(2)),
    ...series('two-ongoing', {}, episodes(2)),
    ...series('three', finished, episodes(3)),
    ...series('thirty', finished, episodes(30)),
    ...series('thirty-one', finished, episodes(31)),
    ...series('two-hundred', finished, episodes(200)),
    ...series('prologue', finished, { '0.md': episode(0), ...episodes(2) }),
    ...series('inserted', finished, { ...episodes(6), 'between.md': episode(5.5) }),
    ...series('gap', finished, { '1.md': episode(1), '3.md': episode(3), '7.md': episode(7) }),
    ...series('extra', finished, { ...episodes(3), 'tea.md': extra(2, '茶') }),
    ...series('extras', finished, {
      ...episodes(2),
      'tea.md': extra(1, '茶'),
      'after.md': extra(2, '後日'),
    }),
    ...series('notice', finished, { ...episodes(2), 'rest.md': notice }),
    ...series('only-notice', {}, { 'rest.md': notice }),
    ...series('to-come', finished, { ...episodes(2), '3.md': episode(3, { date: scheduled }) }),
    ...series('never-to-come', finished, {
      ...episodes(2),
      '3.md': episode(3, { date: scheduled, draft: true }),
    }),
    'told-in-english/series.yaml': yaml({ title: 'Rain', language: 'en', ...finished }),
    'told-in-english/1.md': episode(1, { title: 'Drops' }),
    'told-in-english/2.md': episode(2),
  });
});

const tables: Readonly<Record<string, Standpoints>> = {
  two: { 1: '→完結編②', 2: '前編①' },
  'two-ongoing': { 1: '→続編②', 2: '前編①' },
  three: { 1: '→続編② →完結編③', 2: '前編① →完結編③', 3: '前編① ←前編②' },
  prologue: { 0: '→続編① →完結編②', 1: '前編0 →完結編②', 2: '前編0 ←前編①' },
  inserted: {
    5: '前編① ←前編② ←前編③ ←前編④ →続編5.5 →完結編⑥',
    between: '前編① ←前編② ←前編③ ←前編④ ←前編⑤ →完結編⑥',
    6: '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編5.5',
  },
  gap: { 1: '→続編③ →完結編⑦', 3: '前編① →完結編⑦', 7: '前編① ←前編③' },
  extra: {
    1: '→続編② →番外編 →完結編③',
    2: '前編① →番外編 →完結編③',
    tea: '前編① ←前編② →完結編③',
    3: '前編① ←前編② ←番外編',
  },
  extras: {
    1: '→番外編① →完結編② →番外編②',
    tea: '前編① →完結編② →番外編②',
    2: '前編① ←番外編① →番外編②',
    after: '前編① ←番外編① ←前編②',
  },
  notice: { 1: '→完結編②', 2: '前編①' },
  'to-come': { 1: '→続編②', 2: '前編①' },
  'never-to-come': { 1: '→完結編②', 2: '前編①' },
  'told-in-english': { 1: '→Part 2', 2: 'Part 1' },
};

describe.each(Object.entries(tables))('the navigation of %s', (id, standpoints) => {
  it.each(Object.entries(standpoints))('reads as it should from %s', (slug, labels) => {
    expect(navigationOf(built.page(`${id}/${slug}/`))).toEqual(labels.split(/ (?=[←→])/));
  });
});

describe('the mark in a heading', () => {
  it.each([
    ['one/1/', 'one'],
    ['two/2/', '【完結編②】two'],
    ['two-ongoing/2/', '【続編②】two-ongoing'],
    ['prologue/0/', '【前編0】prologue'],
    ['inserted/between/', '【続編5.5】inserted'],
    ['extra/tea/', '【番外編】茶'],
    ['extras/after/', '【番外編②】後日'],
    ['notice/rest/', '【お知らせ】休みます'],
    ['to-come/2/', '【続編②】to-come'],
    ['told-in-english/1/', 'Part 1: Drops'],
  ])('of %s makes it %s', (path, heading) => {
    expect(textOf(element(built.page(path), 'h1'))).toBe(heading);
  });
});

describe('a part with nothing beside it', () => {
  it.each(['one/1/', 'one-ongoing/1/', 'notice/rest/', 'only-notice/rest/'])(
    '%s has no navigation and no neighbours, and leads to its index',
    (path) => {
      const page = built.page(path);
      expect(navigationBlocks(page)).toEqual([]);
      const links = [...elements(page, 'a', 'rel'), ...elements(page, 'link', 'rel')];
      const rels = attributes(links, 'rel');
      expect(rels).not.toContain('prev');
      expect(rels).not.toContain('next');
      const contents = elements(page, 'a').filter((link) => textOf(link) === '目次');
      const [index] = path.split('/');
      expect(attributes(contents, 'href').map((href) => href?.split('#')[0])).toEqual([
        `/${index ?? ''}/`,
      ]);
    },
  );

  it('is told apart on the index, where it is a notice', () => {
    const index = built.page('notice/');
    const rest = elements(index, 'a').filter((one) => attribute(one, 'href') === '/notice/rest/');
    expect(rest).toHaveLength(1);
    const list = element(index, '*', 'data-episode-list');
    expect(attributes(elements(list, 'a'), 'href')).toEqual(['/notice/1/', '/notice/2/']);
  });
});

describe('the navigation of a long series', () => {
  it('lists the other twenty-nine of thirty', () => {
    const orders = range(1, 30);
    for (const here of orders) {
      const [block] = navigationBlocks(built.page(`thirty/${here}/`));
      const others = orders.filter((order) => order !== here);
      expect(block && attributes(elements(block, 'a'), 'href')).toEqual(
        others.map((order) => `/thirty/${order}/`),
      );
    }
  });

  it.each([
    { here: 1, before: [], after: [...range(2, 8), '… 22編 …', 31] },
    { here: 8, before: range(1, 7), after: [...range(9, 15), '… 15編 …', 31] },
    { here: 9, before: range(1, 8), after: [...range(10, 16), '… 14編 …', 31] },
    {
      here: 16,
      before: [1, '… 7編 …', ...range(9, 15)],
      after: [...range(17, 23), '… 7編 …', 31],
    },
    { here: 23, before: [1, '… 14編 …', ...range(16, 22)], after: range(24, 31) },
    { here: 31, before: [1, '… 22編 …', ...range(24, 30)], after: [] },
  ])('of thirty-one is a window from part $here', ({ here, before, after }) => {
    const label = (side: string) => (item: number | string) => {
      if (typeof item === 'string') return item;
      if (item === 1) return '前編①';
      return item === 31 ? '→完結編31' : side + ('①②③④⑤⑥⑦⑧⑨⑩'[item - 1] ?? String(item));
    };
    expect(navigationOf(built.page(`thirty-one/${here}/`))).toEqual([
      ...before.map(label('←前編')),
      ...after.map(label('→続編')),
    ]);
  });

  it('of two hundred lists the first, seven on each side, and the last', () => {
    expect(navigationOf(built.page('two-hundred/100/'))).toEqual([
      ...['前編①', '… 91編 …'],
      ...['←前編93', '←前編94', '←前編95', '←前編96', '←前編97', '←前編98', '←前編99'],
      ...['→続編101', '→続編102', '→続編103', '→続編104', '→続編105', '→続編106', '→続編107'],
      ...['… 92編 …', '→完結編200'],
    ]);
  });

  it('leads from its gaps to the index', () => {
    const gaps = elements(built.page('two-hundred/100/'), 'a').filter((link) =>
      textOf(link).startsWith('…'),
    );
    const toIndex = '/two-hundred/';
    const addresses = attributes(gaps, 'href').map((href) => href?.split('#')[0]);
    expect(addresses).toEqual([toIndex, toIndex, toIndex, toIndex]);
  });

  it('costs a page of two hundred parts no more than one of thirty-one', () => {
    const size = (path: string) => built.text(`${path}index.html`).length;
    expect(size('two-hundred/100/')).toBeLessThan(size('thirty-one/16/') * 1.05);
  });

  it('goes on by single steps', () => {
    const page = built.page('two-hundred/100/');
    const [previous] = withToken(page, 'a', 'rel', 'prev');
    const [next] = withToken(page, 'a', 'rel', 'next');
    expect(previous && attribute(previous, 'href')).toBe('/two-hundred/99/');
    expect(next && attribute(next, 'href')).toBe('/two-hundred/101/');
  });
});

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
