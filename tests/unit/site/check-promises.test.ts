import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manuscript } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import { checkPromises } from '#src/site/check-promises.ts';
import { newAddresses } from '#src/site/new-addresses.ts';
import { redirects } from '#src/site/redirects.ts';
import { createUrls } from '#src/site/urls.ts';
import { publishedAt } from '#src/story/publication.ts';
import { assembleSite } from '#src/story/site.ts';
import { day, episode, later, launch, manuscript, series } from '#tests/support/manuscript.ts';

describe('an address that was published', () => {
  it('is answered by its episode, by a former slug and by a former name of the series', () => {
    const content = manuscript({
      series: [series({ id: 'umi', aliases: ['sea'] })],
      episodes: [episode(1, { seriesId: 'umi', aliases: ['first'], id: 'first' })],
    });
    expect(
      found(content, ['umi/1 umi/first', 'umi/first sea/first', 'sea/1 umi/first', 'sea/first']),
    ).toEqual([]);
  });

  it('leads on after a change of slug once the line is written that the finding spells', () => {
    const moved = { seriesId: 'umi', slug: 'minato', id: '1' };
    const content = (aliases: readonly string[]) =>
      manuscript({
        series: [series({ id: 'umi' })],
        episodes: [episode(1, { ...moved, aliases })],
      });
    expect(found(content([]), ['umi/1'])).toEqual([
      ['address-moved', { address: '/umi/1/', file: 'story/minato.md', line: 'aliases: [1]' }],
    ]);
    expect(found(content(['1']), ['umi/1'])).toEqual([]);
  });

  it('adds to the former names that are there', () => {
    const aliases = ['a', 'b'];
    const content = manuscript({
      series: [series({ id: 'umi' })],
      episodes: [episode(1, { seriesId: 'umi', id: 'a', aliases })],
    });
    expect(found(content, ['umi/c umi/a'])).toMatchObject([
      ['address-moved', { line: 'aliases: [a, b, c]', replaces: 'aliases' }],
    ]);
  });

  it('leads nowhere while its episode is a draft or scheduled', () => {
    const at = (said: Parameters<typeof episode>[1]) =>
      manuscript({ episodes: [episode(1, { date: launch, ...said }), episode(2)] });
    const state = (said: Parameters<typeof episode>[1]) =>
      found(at(said), ['story/1'], launch + 3 * day).map(([code, values]) => [
        code,
        values['state'],
      ]);
    expect(state({})).toEqual([]);
    expect(state({ draft: true })).toEqual([['address-unpublished', 'draft']]);
    expect(state({ date: launch + 4 * day })).toEqual([['address-unpublished', 'scheduled']]);
  });

  it('of an episode that moved to another series can only be given to another, or up', () => {
    const content = manuscript({
      series: [series({ id: 'umi' }), series({ id: 'yama' })],
      episodes: [episode(1, { seriesId: 'umi' }), episode(2, { seriesId: 'yama' })],
    });
    expect(codes(content, ['umi/1', 'umi/2 umi/2', 'yama/2'])).toEqual(['address-gone']);
  });

  it('may be given to the episode that takes its place', () => {
    const content = manuscript({ episodes: [episode(2, { aliases: ['1'], id: '2' })] });
    expect(found(content, ['story/1', 'story/2'])).toEqual([]);
  });

  it('is told where it shows another text', () => {
    const content = manuscript({
      episodes: [episode(1, { id: 'b' }), episode(2, { id: 'a' })],
    });
    expect(found(content, ['story/1 story/a', 'story/2 story/b'])).toMatchObject([
      ['address-reused', { id: 'story/b', former: 'story/a', other: 'story/2.md' }],
      ['address-reused', { id: 'story/a', former: 'story/b', other: 'story/1.md' }],
    ]);
  });

  it('names the only file that can have become of it, and none where several can', () => {
    const first = episode(1);
    const one = manuscript({ episodes: [first, episode(2, { slug: 'x', path: 'story/x.md' })] });
    expect(found(one, ['story/1', 'story/2'])).toMatchObject([
      ['address-gone', { file: 'story/x.md', line: 'aliases: [2]' }],
    ]);
    const two = manuscript({ episodes: [first, episode(2, { slug: 'x' }), episode(3)] });
    expect(found(two, ['story/1', 'story/2'])).toEqual([
      ['address-gone', { address: '/story/2/', line: 'aliases: [2]', id: 'id: 2' }],
    ]);
  });

  it('is not called gone where a file of its series could not be used', () => {
    const episodes = [episode(1)];
    const lost = ['story/1', 'story/2', 'old/1'];
    expect(codes(manuscript({ episodes }), lost)).toEqual(['series-gone', 'address-gone']);
    const without = (leftOut: string) => manuscript({ episodes, leftOut: [leftOut] });
    expect(codes(without('story/2.md'), lost)).toEqual(['series-gone']);
    expect(codes(without('other/series.yaml'), lost)).toEqual(['address-gone']);
  });
});

describe('a name that a part had', () => {
  const harbour = episode(1, { slug: 'harbour', id: 'asa', path: 'story/harbour.md' });
  const promised = ['story/asa'];

  it.each([
    ['a draft', { slug: 'asa', draft: true }],
    ['a scheduled part', { slug: 'asa', date: later + day }],
    ['a part that differs from it in capitals', { slug: 'ASA' }],
    ['a former name of a draft', { slug: 'x', aliases: ['asa'], draft: true }],
  ])('is not lost to %s', (_, said) => {
    const other = episode(2, { id: 'new', path: 'story/new.md', ...said });
    expect(found(manuscript({ episodes: [harbour, other] }), promised)).toEqual([
      [
        'address-taken',
        {
          address: '/story/asa/',
          file: 'story/new.md',
          other: 'story/harbour.md',
          line: 'aliases: [asa]',
        },
      ],
    ]);
  });

  it('is not taken for the part where that is a draft under its own id', () => {
    const draft = episode(1, { slug: 'x', id: 'asa', path: 'story/x.md', draft: true });
    const other = episode(2, { slug: 'asa', id: 'new', path: 'story/new.md', draft: true });
    const content = manuscript({ episodes: [draft, other] });
    expect(found(content, promised)).toEqual([
      ['address-unpublished', { address: '/story/asa/', file: 'story/x.md', state: 'draft' }],
    ]);
  });

  it('is not given back to a text that bears neither its id nor anything else of it', () => {
    const draft = episode(1, { slug: 'asa', id: 'new', path: 'story/asa.md', draft: true });
    expect(found(manuscript({ episodes: [draft] }), promised)).toMatchObject([
      ['address-unpublished', { file: 'story/asa.md', unsure: 1 }],
    ]);
  });

  it('shows who had it, also where that one is not published any more', () => {
    const draft = episode(1, { slug: 'x', id: 'asa', path: 'story/x.md', draft: true });
    const other = episode(2, { slug: 'asa', id: 'new', path: 'story/asa.md' });
    expect(found(manuscript({ episodes: [draft, other] }), promised)).toMatchObject([
      ['address-reused', { other: 'story/x.md' }],
    ]);
  });
});

describe('a series that was renamed', () => {
  const content = (aliases: readonly string[] = []) =>
    manuscript({
      series: [series({ id: 'mist', aliases }), series({ id: 'sea' })],
      episodes: [
        ...[1, 2, 3].map((order) => episode(order, { seriesId: 'mist' })),
        episode(1, { seriesId: 'sea' }),
      ],
    });

  it('is told once, with the line that leads all of it on', () => {
    expect(found(content(), ['fog/1', 'fog/2', 'sea/1'])).toEqual([
      [
        'series-gone',
        {
          series: 'fog',
          address: '/fog/1/',
          count: 2,
          file: 'mist/series.yaml',
          line: 'aliases: [fog]',
        },
      ],
    ]);
    expect(found(content(['fog']), ['fog/1', 'fog/2', 'sea/1'])).toEqual([]);
  });

  it('is not taken for one that was published itself', () => {
    expect(found(content(), ['fog/1', 'mist/1', 'sea/1'])).toMatchObject([
      ['series-gone', { series: 'fog', count: 1 }],
    ]);
    expect(found(content(), ['fog/1', 'mist/1', 'sea/1'])[0]?.[1]).not.toHaveProperty('file');
  });
});

it('answers exactly what the site has: what is published, and what leads on to it', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const names = fc.uniqueArray(name, { maxLength: 2 });
  const part = fc.record({ slug: name, aliases: names, draft: fc.boolean() });
  const parts = fc.uniqueArray(part, { selector: ({ slug }) => slug, maxLength: 4 });
  fc.assert(
    fc.property(parts, names, (entries, former) => {
      const taken = new Set(entries.map(({ slug }) => slug));
      const episodes = entries.map(({ slug, aliases, draft }, index) => {
        const free = aliases.filter((alias) => !taken.has(alias) && taken.add(alias));
        return episode(index, { seriesId: 'a', slug, id: slug, aliases: free, draft });
      });
      const aliases = former.filter((id) => id !== 'a');
      const content = manuscript({ series: [series({ id: 'a', aliases })], episodes });
      const site = assembleSite(content, { now: later, show: 'published' });
      const answered = new Set([
        ...site.newest.map(({ seriesId, slug }) => `/${seriesId}/${slug}/`),
        ...redirects(site, createUrls(content.settings)).map(({ from }) => `/${from.join('/')}/`),
      ]);
      const every = ['a', ...aliases].flatMap((id) =>
        ['a', 'b', 'c', 'd', 'e'].map((slug) => `${id}/${slug}`),
      );
      const lost = found(content, every)
        .filter(([code]) => code !== 'address-reused')
        .map(([, { address }]) => address);
      const expected = every.map((one) => `/${one}/`).filter((one) => !answered.has(one));
      expect(lost).toEqual(expected);
    }),
  );
});

it('what is new is what is public and not in the list', () => {
  const content = manuscript({ episodes: [episode(1), episode(2), episode(3, { draft: true })] });
  const site = assembleSite(content, { now: later, show: 'published' });
  expect(newAddresses(site, listed(['story/1']))).toEqual([
    { address: '/story/2/', identity: 'story/2' },
  ]);
  expect(newAddresses(site, listed(['story/1', 'story/2', 'x/y']))).toEqual([]);
});

it('what is new in a renamed series bears the name that the series had at first', () => {
  const renamed = series({ id: 'tale', aliases: ['story'] });
  const content = manuscript({
    series: [renamed],
    episodes: [episode(1, { seriesId: 'tale' })],
  });
  const site = assembleSite(content, { now: later, show: 'published' });
  expect(newAddresses(site, [])).toEqual([{ address: '/tale/1/', identity: 'story/1' }]);
});

/** Lines as `series/slug` and, where it is another, the id. */
function listed(lines: readonly string[]): readonly PromisedAddress[] {
  return lines.map((line) => {
    const [address = '', id = address] = line.split(' ');
    const [seriesId = '', slug = ''] = address.split('/');
    const [idOfSeries = '', episodeId = ''] = id.split('/');
    return { address: `/${address}/`, seriesId, slug, id: { seriesId: idOfSeries, episodeId } };
  });
}

function found(content: Manuscript, lines: readonly string[], now = later) {
  const placeOf = () => ({ file: 'addresses.yaml' });
  const promised = { addresses: listed(lines), placeOf, text: undefined };
  const isPublished = publishedAt(now);
  return checkPromises({ manuscript: content, promised, isPublished }).map(
    ({ code, values }) => [code, values] as const,
  );
}

function codes(content: Manuscript, lines: readonly string[]): readonly string[] {
  return found(content, lines).map(([code]) => code);
}
