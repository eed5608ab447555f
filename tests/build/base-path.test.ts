import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { brokenLinks } from './broken-links.ts';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  withToken,
  type Built,
} from './built-pages.ts';
import { episode, markdown, series, site } from './writing.ts';

const url = 'https://example.org/novels/';
const rain = '/novels/%E9%9B%A8%E3%81%AE%E6%97%A5/';

let built: Built;

beforeAll(async () => {
  const background = { r: 10, g: 20, b: 30 };
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .png()
    .toBuffer();
  const body = [
    '[次](./第二話.md#夜) [目次](/雨の日/) [記録](/archive/) [案内](../about.md) [上](#朝)',
    '## 朝',
    '![傘](./傘.png)',
  ];
  const said = { description: '[はじめ](./一.md)', image: '傘.png', aliases: ['雨', 'rain'] };
  built = await build({
    ...site({ url, author: { name: '作者', url: 'https://writer.example/' } }),
    ...series('雨の日', said, {
      '傘.png': picture,
      '一.md': episode(1, { aliases: ['はじまり', 'first'] }, body.join('\n\n')),
      '第二話.md': episode(2, { title: '夜' }, '## 夜\n\n[前](一.md)'),
      '3.md': episode(3, { slug: 'three', foreword: '[はじめ](./一.md)' }),
    }),
    'about.md': markdown({ title: '案内' }, '[雨の日](./雨の日/一.md)'),
    '使い方.md': markdown({ title: '使い方' }, '[案内](/about/)'),
  });
});

describe('a site below a base path', () => {
  it('leads nowhere in vain', () => {
    expect(brokenLinks(built, url)).toEqual([]);
  });

  it('has every address of its own below that path, and percent-encoded', () => {
    const own = [...built.pages.values()].flatMap((page) =>
      ['href', 'src'].flatMap((name) => attributes(elements(page, '*', name), name)),
    );
    const local = own.filter(
      (address = '') => !/^(#|https:\/\/(example\.org\/novels|x\.com)\/)/.test(address),
    );
    expect(local.filter((address) => address?.startsWith('/novels/') !== true)).toEqual([]);
    expect(own.filter((address = '') => /[^!-~]/.test(address))).toEqual([]);
  });

  it('keeps the path out of the folders of the output', () => {
    expect([...built.pages.keys()]).toEqual(
      expect.arrayContaining(['', 'about/', '使い方/', '雨の日/', '雨の日/一/', '雨の日/three/']),
    );
    expect([...built.files.keys()].filter((path) => path.startsWith('novels'))).toEqual([]);
  });

  it('leads from a part to its neighbours and to its index', () => {
    const page = built.page('雨の日/第二話/');
    const body = element(page, 'body');
    const first = `${rain}%E4%B8%80/`;
    expect(attributes(withToken(body, 'a', 'rel', 'prev'), 'href')).toEqual([first, first]);
    const third = `${rain}three/`;
    expect(attributes(withToken(body, 'a', 'rel', 'next'), 'href')).toEqual([third, third]);
    const pages = attributes(elements(body, 'a'), 'href').map((href) => href?.split('#')[0]);
    expect(pages).toContain(rain);
  });

  it('gives links in the text the path', () => {
    const hrefs = attributes(elements(element(built.page('雨の日/一/'), 'article'), 'a'), 'href');
    expect(hrefs).toEqual(
      expect.arrayContaining([
        `${rain}%E7%AC%AC%E4%BA%8C%E8%A9%B1/#%E5%A4%9C`,
        rain,
        '/novels/archive/',
        '/novels/about/',
      ]),
    );
  });

  it('is canonical at its whole address', () => {
    const canonical = (path: string) =>
      attributes(withToken(built.page(path), 'link', 'rel', 'canonical'), 'href');
    expect(canonical('')).toEqual(['https://example.org/novels/']);
    expect(canonical('雨の日/一/')).toEqual([`https://example.org${rain}%E4%B8%80/`]);
    expect(canonical('404.html')).toEqual([]);
  });

  it('tells search engines whole addresses', () => {
    const listed = [...built.text('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)];
    expect(listed.map(([, href = '']) => href).filter((href) => !href.startsWith(url))).toEqual([]);
    expect(built.text('robots.txt')).toContain(`Sitemap: ${url}sitemap.xml\n`);
  });

  it('shows its picture on cards at its whole address', () => {
    const metas = elements(built.page('雨の日/一/'), 'meta', 'property');
    const image = metas.find((meta) => attribute(meta, 'property') === 'og:image');
    expect(image && attribute(image, 'content')).toMatch(
      /^https:\/\/example\.org\/novels\/images\/[0-9a-f]{16}-[0-9a-f]{6}-card\.jpg$/,
    );
  });

  it('redirects from and to addresses below the path', () => {
    const rules = built.text('_redirects').trim().split('\n');
    expect(rules).toContain(`${rain}first/ ${rain}%E4%B8%80/ 301`);
    expect(rules).toContain(`/novels/rain/ ${rain} 301`);
    expect(rules.filter((rule) => !/^\/novels\/\S+ \/novels\/\S+ 301$/.test(rule))).toEqual([]);
  });
});
