import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
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
import { episode, episodes, later, markdown, series, site } from './writing.ts';

const hostile = '</script><script>alert("&amp;")</script><!--';
const author = { name: '作者', url: 'https://writer.example/', x: 'writer' };

let built: Built;

beforeAll(async () => {
  const background = { r: 10, g: 20, b: 30 };
  const cover = await sharp({ create: { width: 1200, height: 630, channels: 3, background } })
    .png()
    .toBuffer();
  const said = { status: 'complete', author, description: '｜雨《あめ》の**話**。' };
  built = await build({
    ...site({ description: '話の置き場。' }),
    ...series('story', said, {
      ...episodes(3, '｜雨《あめ》が降る。'),
      '2.md': episode(2, {
        title: '｜傘《かさ》',
        summary: '二人の"傘"。',
        updated: '2026-04-05T10:00',
        image: 'cover.png',
      }),
      'cover.png': cover,
      'rest.md': markdown({ kind: 'notice', date: '2026-04-03', title: '休み' }),
    }),
    ...series('tales', { title: 'Tales', language: 'en' }, episodes(1, 'It rained all day.')),
    ...series(
      'hostile',
      { title: hostile, description: hostile.replaceAll('<', '\\<') },
      {
        '1.md': episode(1, { title: hostile, summary: hostile }),
        '2.md': episode(2),
      },
    ),
    'about.md': markdown({ title: '案内' }, '案内の文。'),
  });
});

/** Contents of the metas of a page by their name or property. */
function metas(path: string): Readonly<Record<string, string | undefined>> {
  const all = elements(built.page(path), 'meta').map((meta) => [
    attribute(meta, 'name') ?? attribute(meta, 'property'),
    attribute(meta, 'content'),
  ]);
  return Object.fromEntries(all) as Record<string, string | undefined>;
}

function structuredData(path: string): unknown {
  const scripts = elements(built.page(path), 'script', 'type');
  const data = scripts.filter((one) => attribute(one, 'type') === 'application/ld+json');
  expect(data).toHaveLength(1);
  return JSON.parse(data.map(textOf).join(''));
}

describe('the head of an episode', () => {
  it('describes it by its summary, with cards', () => {
    expect(metas('story/2/')).toMatchObject({
      description: '二人の"傘"。',
      author: '作者',
      'og:title': '【続編②】傘 - story',
      'og:description': '二人の"傘"。',
      'og:type': 'article',
      'og:url': 'https://example.org/story/2/',
      'og:site_name': '書庫',
      'og:image:width': '1200',
      'og:image:height': '630',
      'article:published_time': '2026-04-01T00:00:00+09:00',
      'article:modified_time': '2026-04-05T10:00:00+09:00',
      'twitter:card': 'summary_large_image',
      'twitter:creator': '@writer',
    });
    expect(textOf(element(built.page('story/2/'), 'title'))).toBe('【続編②】傘 - story - 書庫');
  });

  it('describes it by how it begins where it has no summary, in base text', () => {
    expect(metas('story/1/')).toMatchObject({ description: '雨が降る。' });
    expect(metas('tales/1/')).toMatchObject({ description: 'It rained all day.' });
  });

  it('tells its place and its series as JSON-LD', () => {
    expect(structuredData('story/2/')).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Article',
      url: 'https://example.org/story/2/',
      headline: '【続編②】傘',
      inLanguage: 'ja',
      position: 2,
      datePublished: '2026-04-01T00:00:00+09:00',
      dateModified: '2026-04-05T10:00:00+09:00',
      author: { '@type': 'Person', name: '作者', url: 'https://writer.example/' },
      isPartOf: {
        '@type': 'CreativeWorkSeries',
        name: 'story',
        url: 'https://example.org/story/',
      },
    });
  });

  it('gives a notice no place', () => {
    expect(structuredData('story/rest/')).not.toHaveProperty('position');
    expect(structuredData('story/rest/')).toHaveProperty('isPartOf');
  });
});

describe('the head of other pages', () => {
  it('tells a series as a series', () => {
    expect(metas('story/')).toMatchObject({ description: '雨の話。', 'og:type': 'book' });
    expect(structuredData('story/')).toMatchObject({
      '@type': 'CreativeWorkSeries',
      name: 'story',
      startDate: '2026-04-01',
      endDate: '2026-04-01',
    });
  });

  it('describes the site and its pages', () => {
    expect(metas('')).toMatchObject({ description: '話の置き場。', 'og:type': 'website' });
    expect(metas('about/')).toMatchObject({ description: '案内の文。' });
  });

  it('leaves a 404 page to its status', () => {
    // Its status keeps it out of search engines.
    expect(metas('404.html')).not.toHaveProperty('robots');
    expect(metas('story/1/')['robots']).toBeUndefined();
  });

  it('keeps the search page, and no other, out of search engines', () => {
    const unwanted = [...built.pages].filter(([, page]) =>
      elements(page, 'meta', 'name').some((one) => attribute(one, 'content') === 'noindex'),
    );
    const paths = unwanted.map(([path]) => path);
    expect(paths.filter((path) => path === 'search/')).toHaveLength(1);
    expect(paths.filter((path) => path.startsWith('story/'))).toEqual([]);
  });

  it('names each page by one canonical address', () => {
    for (const [path, page] of built.pages) {
      const links = withToken(page, 'link', 'rel', 'canonical');
      const address = path === '404.html' ? [] : [`https://example.org/${path}`];
      expect(attributes(links, 'href')).toEqual(address);
    }
  });
});

describe('a title that looks like HTML', () => {
  it('closes no script and begins none', () => {
    for (const path of ['', 'hostile/', 'hostile/1/', 'hostile/2/', 'archive/']) {
      const scripts = elements(built.page(path), 'script').map(textOf);
      expect(scripts.filter((text) => text.startsWith('alert'))).toEqual([]);
      expect(textOf(element(built.page(path), 'main'))).toContain(hostile);
    }
  });

  it('reads as it was written, everywhere', () => {
    expect(metas('hostile/1/')).toMatchObject({ description: hostile });
    expect(structuredData('hostile/1/')).toMatchObject({
      headline: `【前編①】${hostile}`,
      description: hostile,
      isPartOf: { name: hostile },
    });
    expect(textOf(element(built.page('hostile/'), 'title'))).toBe(`${hostile} - 書庫`);
  });
});

describe('the files beside the pages', () => {
  it('are a sitemap of exactly the public pages, dated by what is on them', () => {
    const listed = [...built.text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)];
    const unlisted = ['404.html', 'search/'];
    const paths = [...built.pages.keys()].filter((path) => !unlisted.includes(path));
    expect(listed.map(([, href]) => href).sort()).toEqual(
      paths.map((path) => `https://example.org/${path}`).sort(),
    );
    expect(built.text('sitemap.xml')).toContain(
      '<loc>https://example.org/story/2/</loc><lastmod>2026-04-05T10:00:00+09:00</lastmod>',
    );
    expect(built.text('sitemap.xml')).not.toContain(later.slice(0, 10));
  });

  it('are a robots.txt that names the sitemap', () => {
    expect(built.text('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n',
    );
  });
});
