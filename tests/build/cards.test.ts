import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { plain } from '#tests/support/pictures.ts';
import { attribute, build, elements, type Built } from './built-pages.ts';
import { episode, markdown, series, site, type Files } from './writing.ts';

const origin = 'https://example.org/novels/';
const hostile = '<]]>&"\u202e👨‍👩‍👧안녕'.repeat(40);

let files: Files;
let built: Built;

beforeAll(async () => {
  files = {
    ...site({ url: origin, description: '話の置き場。' }),
    ...series(
      'umi',
      { title: '海の｜話《はなし》', category: '長編' },
      {
        '1.md': episode(1, { title: '｜潮見坂《しおみざか》' }),
        '2.md': episode(2, { title: '傘', image: 'own.png' }),
        '3.md': episode(3, { title: hostile }),
        '4.md': episode(4, { title: '先の話', date: '2099-01-01' }),
        '5.md': episode(5, { title: '下書き', draft: true }),
        'aside.md': markdown({ kind: 'extra', after: 1, date: '2026-04-02', title: '寄り道' }),
        'rest.md': markdown({ kind: 'notice', date: '2026-04-03', title: '休み' }),
        'own.png': await plain({ width: 1000, height: 500 }, '#aa3300'),
      },
    ),
    ...series(
      'yama',
      { title: '山の話', image: 'cover.png', language: 'en' },
      { '1.md': episode(1), 'cover.png': await plain({ width: 800, height: 800 }, '#00aa33') },
    ),
    'about.md': markdown({ title: '案内' }, '案内の文。'),
  };
  built = await build(files);
});

/** Contents of the metas of a page by their property or name. */
function metas(of: Built, path: string): Readonly<Record<string, string | undefined>> {
  const all = elements(of.page(path), 'meta').map((meta) => [
    attribute(meta, 'property') ?? attribute(meta, 'name'),
    attribute(meta, 'content'),
  ]);
  return Object.fromEntries(all) as Record<string, string | undefined>;
}

const cards = () => [...built.files].filter(([path]) => path.startsWith('cards/'));
const image = (of: Built, path: string) => (metas(of, path)['og:image'] ?? '').replace(origin, '');

describe('every page', () => {
  it('names a picture that is there, in its size, and asks for it large', async () => {
    for (const path of built.pages.keys()) {
      const said = metas(built, path);
      expect(said['og:image'], path).toMatch(/^https:\/\/example\.org\/novels\/(cards|images)\//);
      const { width, height } = await sharp(built.files.get(image(built, path))).metadata();
      expect([said['og:image:width'], said['og:image:height']]).toEqual([
        String(width),
        String(height),
      ]);
      expect(said['twitter:card']).toBe('summary_large_image');
    }
  });

  it('says in words what its card does', () => {
    expect(metas(built, 'umi/1/')['og:image:alt']).toBe('【前編①】潮見坂 - 海の話');
    expect(metas(built, 'umi/')['og:image:alt']).toBe('海の話');
    expect(metas(built, 'archive/')['og:image:alt']).toBe('書庫');
    // What is on a picture of the writer's we do not know.
    expect(metas(built, 'umi/2/')['og:image:alt']).toBeUndefined();
  });

  it('shows what its writer chose: for the part, else for the series, else a card', () => {
    expect(image(built, 'umi/2/')).toMatch(/^images\/.*\.jpg$/);
    expect(image(built, 'yama/')).toMatch(/^images\/.*\.jpg$/);
    expect(image(built, 'yama/1/')).toBe(image(built, 'yama/'));
    const ofCards = ['umi/', 'umi/1/', 'umi/3/', 'umi/aside/', 'umi/rest/', ''];
    const drawn = ofCards.map((path) => image(built, path));
    for (const name of drawn) expect(name).toMatch(/^cards\/[\da-f]{16}\.png$/);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const path of ['archive/', 'search/', 'about/', '404.html']) {
      expect(image(built, path)).toBe(image(built, ''));
    }
  });
});

describe('the cards of the output', () => {
  it('are those that a page names: none of what is not out, nor beside a writer’s image', () => {
    const named = [...built.pages.keys()].map((path) => image(built, path));
    const paths = cards().map(([path]) => path);
    expect(paths.toSorted()).toEqual(
      [...new Set(named)].filter((name) => name.startsWith('cards/')).toSorted(),
    );
    expect(paths).toHaveLength(6);
  });

  it('are PNGs of 1200 × 630 pixels and a few kilobytes', async () => {
    for (const [path, bytes] of cards()) {
      expect(await sharp(bytes).metadata(), path).toMatchObject({
        format: 'png',
        width: 1200,
        height: 630,
      });
      expect(bytes.length).toBeLessThan(40_000);
    }
  });

  it('have another name once they say something else, and else keep it', async () => {
    const renamed = { ...files, 'umi/1.md': episode(1, { title: '潮見坂の上' }) };
    const again = await build(renamed);
    expect(image(again, 'umi/1/')).not.toBe(image(built, 'umi/1/'));
    for (const path of ['', 'umi/', 'umi/3/', 'umi/rest/']) {
      expect(image(again, path)).toBe(image(built, path));
    }
  });
});
