import { beforeAll, describe, expect, it } from 'vitest';
import {
  attributes,
  build,
  element,
  elements,
  navigationOf,
  textOf,
  type Built,
} from './built-pages.ts';
import { hiddenContent, type HiddenContent } from './unpublished-content.ts';

let content: HiddenContent;
let before: Built;
let out: Built;

beforeAll(async () => {
  content = await hiddenContent();
  // Where it is tomorrow already, on a machine that is set up for development.
  before = await build(content.files, {
    TSUZUKI_NOW: '2026-04-01T10:59:59Z',
    TZ: 'Pacific/Kiritimati',
    NODE_ENV: 'development',
    DEV: 'true',
    MODE: 'development',
    PROD: '',
  });
  // Where it is yesterday still; the moment itself is told in the site's zone.
  out = await build(content.files, { TSUZUKI_NOW: '2026-04-01T07:00', TZ: 'Pacific/Pago_Pago' });
});

describe('a second before its date', () => {
  it('nothing of a part is anywhere in the output', () => {
    expect(content.seenIn(before)).toEqual(['first']);
  });

  it('it is not in counts, the index, the archive and the sitemap', () => {
    const list = element(before.page('story/'), '*', 'data-episode-list');
    expect(elements(list, 'a')).toHaveLength(1);
    expect(textOf(element(before.page('story/'), 'main'))).toContain('1編');
    expect(elements(element(before.page('archive/'), 'main'), 'ol')).toHaveLength(1);
    expect(before.text('sitemap.xml').match(/kakushi/g)).toHaveLength(1);
    expect(before.text('_redirects').trim().split('\n')).toHaveLength(1);
  });

  it('a link to it is its text alone, and the writer is told', () => {
    const text = element(before.page('story/kakushi-first-slug/'), 'main');
    expect(textOf(text)).toContain('続き 続き 続き');
    const links = attributes(elements(text, 'a'), 'href');
    const ofFollowing = /^\/feeds\/|^https:\/\/x\.com\//;
    const inStory = links.filter((href) => !ofFollowing.test(href ?? ''));
    expect(inStory.filter((href) => !/^\/story\/(#|$)/.test(href ?? ''))).toEqual([]);
    expect(before.stdout).toContain('[link-unpublished]');
    expect(before.stdout).toContain('[series-unpublished]');
  });
});

describe('from its date on', () => {
  it('a part is there, whether the date was written with an offset or without', () => {
    expect(content.seenIn(out)).toEqual(['first', 'local', 'offset']);
  });

  it('it stands in the navigation, and nothing is the last part while one is to come', () => {
    expect(navigationOf(out.page('story/kakushi-first-slug/'))).toEqual(['→続編②', '→続編③']);
    const heading = element(out.page('story/kakushi-offset-slug/'), 'h1');
    expect(textOf(heading)).toBe('【続編③】kakushi-offset-title');
    expect(textOf(element(out.page('story/'), 'main'))).toContain('連載中');
  });

  it('a link leads to it', () => {
    const text = element(out.page('story/kakushi-first-slug/'), 'article');
    const hrefs = attributes(elements(text, 'a'), 'href');
    expect(hrefs).toContain('/story/kakushi-local-slug/#end');
    expect(hrefs.some((href) => href?.includes('midnight'))).toBe(false);
  });
});
