import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, writeContent } from '#tests/support/build-site.ts';
import { drawing, lineArt, photo, plain } from '#tests/support/pictures.ts';
import { attribute, build, element, elements, textOf, type Built } from './built-pages.ts';
import { episode, episodes, markdown, series, site, type Files } from './writing.ts';

let files: Files;
let built: Built;

beforeAll(async () => {
  const lighthouse = await sharp(await photo({ width: 2000, height: 1500 }))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' } })
    .toBuffer();
  files = {
    ...site({ url: 'https://example.org/novels/' }),
    ...series(
      'kiri',
      { image: 'cover.png', description: '![扉](map.png)' },
      {
        '1.md': episode(
          1,
          { image: 'lighthouse.jpg', foreword: '![紋](crest.svg "紋")' },
          '![灯台](lighthouse.jpg "｜霧《きり》の灯台")\n\n[見取り図](map.png)と![印](mark.png "印《しるし》")。',
        ),
        '2.md': episode(2, { date: '2099-01-01' }, '![後](later.png)'),
        'lighthouse.jpg': lighthouse,
        'map.png': await lineArt({ width: 3000, height: 2000 }),
        'mark.png': await plain({ width: 40, height: 40 }, '#aa3300'),
        'later.png': await plain({ width: 41, height: 41 }, '#00aa33'),
        'crest.svg': drawing(
          { width: 60, height: 60 },
          '<!-- 下書き --><circle cx="30" cy="30" r="20"/>',
        ),
        'cover.png': await lineArt({ width: 1000, height: 1500 }),
      },
    ),
    'about.md': markdown({ title: '案内' }, '![灯台](kiri/lighthouse.jpg)'),
  };
  built = await build(files);
});

const picture = (path: string) => (src: string) => {
  const bytes = built.files.get(src.replace('/novels/', ''));
  if (bytes === undefined) throw new Error(`${path} shows ${src}, which is not there`);
  return sharp(bytes).metadata();
};

/** The images of a page as a browser may load them: address, and width where it is told. */
function candidates(path: string): readonly { src: string; width: number | undefined }[] {
  return elements(built.page(path), 'img').flatMap((img) => [
    { src: attribute(img, 'src') ?? '', width: undefined },
    ...(attribute(img, 'srcset') ?? '')
      .split(', ')
      .filter((one) => one !== '')
      .map((one) => {
        const [src = '', width = ''] = one.split(' ');
        return { src, width: Number.parseInt(width, 10) };
      }),
  ]);
}

const shownIn = ['kiri/', 'kiri/1/', 'about/'];

describe('an image in a text', () => {
  it('comes in several widths as WebP, each as wide as it says', async () => {
    const all = shownIn.flatMap((path) => candidates(path).map((one) => ({ ...one, path })));
    expect(all.filter(({ width }) => width !== undefined).length).toBeGreaterThan(12);
    for (const { path, src, width } of all) {
      const { format, width: actual } = await picture(path)(src);
      expect(format).toBe(src.endsWith('.svg') ? 'svg' : 'webp');
      expect(actual).toBe(width ?? actual);
    }
  });

  it('keeps its place before it is there, and is fetched when it is near', () => {
    for (const img of elements(element(built.page('kiri/1/'), 'article'), 'img')) {
      expect(attribute(img, 'width')).toMatch(/^\d+$/);
      expect(attribute(img, 'height')).toMatch(/^\d+$/);
      expect(attribute(img, 'loading')).toBe('lazy');
      expect(attribute(img, 'decoding')).toBe('async');
      expect(attribute(img, 'sizes')?.startsWith('auto, ')).toBe(
        attribute(img, 'srcset') === undefined ? undefined : true,
      );
    }
  });

  it('alone with a title has it as its caption, in a line as its title', () => {
    const [crest, lighthouse] = elements(built.page('kiri/1/'), 'figure');
    expect(crest && textOf(element(crest, 'figcaption'))).toBe('紋');
    expect(lighthouse && elements(lighthouse, 'rt').map(textOf)).toEqual(['きり']);
    const mark = elements(built.page('kiri/1/'), 'img').at(-1);
    expect(mark && attribute(mark, 'title')).toBe('印');
  });

  it('by itself is large where a link leads to one', async () => {
    const link = elements(built.page('kiri/1/'), 'a').find((one) => textOf(one) === '見取り図');
    const { width } = await picture('kiri/1/')(link ? (attribute(link, 'href') ?? '') : '');
    expect(width).toBe(2560);
  });
});

describe('a cover', () => {
  it('stands at the top and is not waited for, small', () => {
    const cover = elements(built.page('kiri/'), 'img').find(
      (img) => attribute(img, 'class') === 'cover',
    );
    expect(cover && attribute(cover, 'loading')).toBeUndefined();
    expect(cover && attribute(cover, 'sizes')).toBe('13.5em');
    expect(cover && attribute(cover, 'srcset')).toContain(' 480w');
  });
});

describe('the card of a page', () => {
  it.each([
    ['kiri/', 1000, 1500],
    ['kiri/1/', 1200, 900],
  ])('%s has a JPEG of the size that it tells', async (path, width, height) => {
    const meta = Object.fromEntries(
      elements(built.page(path), 'meta', 'property').map((one) => [
        attribute(one, 'property'),
        attribute(one, 'content'),
      ]),
    ) as Record<string, string | undefined>;
    expect(meta['og:image']).toMatch(/^https:\/\/example\.org\/novels\/images\/[\w-]+\.jpg$/);
    const file = await picture(path)((meta['og:image'] ?? '').replace('https://example.org', ''));
    expect(file).toMatchObject({ format: 'jpeg', width, height });
    expect(meta['og:image:width']).toBe(String(width));
    expect(meta['og:image:height']).toBe(String(height));
  });
});

describe('the output', () => {
  const images = () => [...built.files].filter(([path]) => path.startsWith('images/'));

  it('holds the images that a page names, and no original', () => {
    const pages = [...built.files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([, bytes]) => bytes.toString())
      .join('\n');
    const named = images().filter(([path]) => pages.includes(`/novels/${path}`));
    expect(named).toEqual(images());
    const originals = Object.values(files).filter((one) => typeof one !== 'string');
    const same = images().filter(([, bytes]) => originals.some((one) => bytes.equals(one)));
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('does not tell where a photo was taken', async () => {
    for (const [path, bytes] of images()) {
      if (!path.endsWith('.svg'))
        expect((await sharp(bytes).metadata()).exif, path).toBeUndefined();
    }
  });

  it('holds nothing of an image that only an unpublished part shows', async () => {
    const green = await Promise.all(
      images().map(async ([, bytes]) => {
        const { dominant } = await sharp(bytes).stats();
        return dominant.g > dominant.r + 60;
      }),
    );
    expect(green).not.toContain(true);
  });
});

it('an image that was cut short stops the build, with its place', async () => {
  const whole = await photo({ width: 400, height: 300 });
  const content = await writeContent({
    ...site(),
    ...series(
      'kiri',
      {},
      {
        ...episodes(1),
        '2.md': episode(2, {}, '本文。\n\n![絵](cut.jpg)'),
        'cut.jpg': whole.subarray(0, whole.length / 2),
      },
    ),
  });
  const { code, stdout, stderr } = await buildSite(content);
  expect(code).toBe(1);
  expect(stdout).toMatch(/kiri\/2\.md:8:1 .*\n(?:.*\n)*.*\[image-unreadable\]/);
  expect(stdout + stderr).not.toMatch(/\n {4}at /);
});
