import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  textOf,
  withToken,
  type Built,
} from './built-pages.ts';
import { episode, episodes, markdown, series, site } from './writing.ts';

let built: Built;
let rules: readonly string[];

beforeAll(async () => {
  built = await build({
    ...site(),
    ...series(
      'story',
      { title: '｜雨《あめ》', aliases: ['oldest', '古い'] },
      {
        '1.md': episode(1, { aliases: ['first', 'はじまり'] }),
        '2.md': episode(2, { title: '傘' }),
        '3.md': episode(3, { date: '2099-01-01', aliases: ['to-come'] }),
        'rest.md': markdown({
          kind: 'notice',
          date: '2026-04-03',
          title: '休',
          aliases: ['pause'],
        }),
      },
    ),
    ...series('unmoved', {}, episodes(1)),
  });
  rules = built.text('_redirects').trim().split('\n');
});

/** Former addresses, and where each leads. */
const moved = {
  'oldest/': '/story/',
  '古い/': '/story/',
  'story/first/': '/story/1/',
  'story/はじまり/': '/story/1/',
  'oldest/1/': '/story/1/',
  'oldest/first/': '/story/1/',
  'oldest/はじまり/': '/story/1/',
  '古い/1/': '/story/1/',
  '古い/first/': '/story/1/',
  '古い/はじまり/': '/story/1/',
  'oldest/2/': '/story/2/',
  '古い/2/': '/story/2/',
  'story/pause/': '/story/rest/',
  'oldest/rest/': '/story/rest/',
  'oldest/pause/': '/story/rest/',
  '古い/rest/': '/story/rest/',
  '古い/pause/': '/story/rest/',
};

describe('a former address', () => {
  it.each(Object.entries(moved))('%s is a page that leads on to %s', (from, to) => {
    const page = built.page(from);
    const refresh = elements(page, 'meta', 'http-equiv').find(
      (meta) => attribute(meta, 'http-equiv') === 'refresh',
    );
    expect(refresh && attribute(refresh, 'content')).toBe(`0; url=${to}`);
    const canonical = withToken(page, 'link', 'rel', 'canonical');
    expect(attributes(canonical, 'href')).toEqual([`https://example.org${to}`]);
    const robots = elements(page, 'meta', 'name').filter(
      (meta) => attribute(meta, 'name') === 'robots',
    );
    expect(attributes(robots, 'content')).toEqual(['noindex']);
    expect(attribute(element(page, 'a'), 'href')).toBe(to);
  });

  it.each(Object.entries(moved))('%s is a rule for hosts that read them', (from, to) => {
    expect(rules).toContain(`${encodeURI(`/${from}`)} ${to} 301`);
  });

  it('tells where it leads in words', () => {
    expect(textOf(element(built.page('oldest/'), 'body'))).toContain('「雨」へ移りました。');
    expect(textOf(element(built.page('oldest/2/'), 'body'))).toContain('「傘」へ移りました。');
  });

  it('has one rule, and there is no other', () => {
    expect(rules).toHaveLength(Object.keys(moved).length);
  });

  it('is in no list: neither the sitemap nor any page names it', () => {
    const present = Object.keys(moved).map((path) => encodeURI(`/${path}`));
    const hrefs = [...built.pages.values()].flatMap((page) =>
      attributes(elements(page, '*', 'href'), 'href'),
    );
    expect(hrefs.filter((href = '') => present.includes(href))).toEqual([]);
    const sitemap = built.text('sitemap.xml');
    expect(present.filter((path) => sitemap.includes(`.org${path}<`))).toEqual([]);
  });
});
