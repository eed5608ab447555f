import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  textOf,
  type Built,
} from './built-pages.ts';
import { episode, episodes, markdown, series, site } from './writing.ts';

let built: Built;
let shown: Buffer;
let cover: Buffer;

beforeAll(async () => {
  shown = await picture(320, 200);
  cover = await picture(200, 320);
  const others = await Promise.all([1, 2, 3].map((n) => picture(10 * n, 10)));
  const links = [
    '[次](./2.md)',
    '[途中](2.md#夜)',
    '[ほか](../other/1.md "題")',
    '[記録](/archive/)',
    '[作品](/other)',
    '[この中](#朝)',
    '[よそ](https://elsewhere.example/?a=1&b=2)',
    '[まだ](./3.md)',
    '[下書き](./4.md#夜)',
    '[案内](../about.md)',
    '[絵](./shown.png)',
  ];
  built = await build({
    ...site(),
    ...series(
      'story',
      { image: 'cover.png', foreword: '[はじめから](./1.md)' },
      {
        '1.md': episode(1, {}, `${links.join('\n\n')}\n\n## 朝\n\n![傘](shown.png)`),
        '2.md': episode(2, {}, '## 夜\n\n![同じ傘](../other/same.png)'),
        '3.md': episode(3, { date: '2099-01-01' }, '![](unpublished.png)'),
        '4.md': episode(4, { draft: true, image: 'draft.png' }),
        'shown.png': shown,
        'cover.png': cover,
        'unpublished.png': others[0] ?? '',
        'draft.png': others[1] ?? '',
        'unnamed.png': others[2] ?? '',
      },
    ),
    ...series('other', {}, { ...episodes(1), 'same.png': shown }),
    'about.md': markdown({ title: '案内' }, '[はじめ](./story/1.md)'),
  });
});

describe('a link in the text', () => {
  it.each([
    ['次', '/story/2/'],
    ['途中', '/story/2/#%E5%A4%9C'],
    ['ほか', '/other/1/'],
    ['記録', '/archive/'],
    ['作品', '/other/'],
    ['この中', '#%E6%9C%9D'],
    ['よそ', 'https://elsewhere.example/?a=1&b=2'],
    ['案内', '/about/'],
  ])('%s leads to %s', (text, href) => {
    expect(hrefOf('story/1/', text)).toBe(href);
  });

  it('leads to an image where it names one', () => {
    expect(hrefOf('story/1/', '絵')).toMatch(nameOf(shown, '320.webp'));
  });

  it('is its text alone where the other is not public, and the writer is told', () => {
    const page = built.page('story/1/');
    expect(textOf(element(page, 'article'))).toContain('まだ');
    expect(hrefOf('story/1/', 'まだ')).toBeUndefined();
    expect(hrefOf('story/1/', '下書き')).toBeUndefined();
    const told = built.stdout.split('\n').filter((line) => line.includes('[link-unpublished]'));
    expect(told).toHaveLength(2);
  });

  it('is found in series.yaml and in pages as well', () => {
    expect(hrefOf('story/2/', 'はじめから')).toBe('/story/1/');
    expect(hrefOf('about/', 'はじめ')).toBe('/story/1/');
  });
});

describe('an image', () => {
  it('is shown at its size, by a name made of its content', () => {
    const image = element(element(built.page('story/1/'), 'article'), 'img');
    expect(attribute(image, 'src')).toMatch(nameOf(shown, '320.webp'));
    expect(attribute(image, 'alt')).toBe('傘');
    expect(attribute(image, 'width')).toBe('320');
    expect(attribute(image, 'height')).toBe('200');
  });

  it('is one file where two name the same', () => {
    const image = element(element(built.page('story/2/'), 'article'), 'img');
    expect(attribute(image, 'src')).toMatch(nameOf(shown, '320.webp'));
  });

  it('is in the output only where something published shows it', () => {
    const images = [...built.files.keys()].filter((path) => path.startsWith('images/'));
    const names = [nameOf(shown, '320.webp'), nameOf(cover, '200.webp'), nameOf(cover, 'card.jpg')];
    expect(images).toHaveLength(names.length);
    for (const name of names) expect(images.filter((path) => name.test(path))).toHaveLength(1);
  });
});

function hrefOf(path: string, text: string): string | undefined {
  const links = elements(element(built.page(path), 'article'), 'a');
  return attributes(
    links.filter((link) => textOf(link) === text),
    'href',
  )[0];
}

/** The end of the address that a version of an image has: its digest, the settings', the version. */
function nameOf(image: Buffer, version: string): RegExp {
  const digest = createHash('sha256').update(image).digest('hex').slice(0, 16);
  return new RegExp(`images/${digest}-[0-9a-f]{6}-${version.replace('.', '\\.')}$`);
}

async function picture(width: number, height: number): Promise<Buffer> {
  const background = { r: 90, g: 60, b: 30 };
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}
