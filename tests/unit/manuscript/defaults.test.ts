import { describe, expect, it } from 'vitest';
import { catalogue } from '#src/diagnostics/catalogue.ts';
import { markdown, readContent } from './reading-tools.ts';

const series = async (yaml: string, site = 'title: a\nurl: https://example.org\n') => {
  const { manuscript, findings } = await readContent({
    'kiri/series.yaml': yaml,
    'site.yaml': site,
  });
  expect(findings).toEqual([]);
  return manuscript?.series[0];
};

const episode = async (frontmatter: string) => {
  const { manuscript, findings } = await readContent({ 'kiri/01.md': markdown(frontmatter) });
  expect(findings).toEqual([]);
  return manuscript?.episodes[0];
};

describe('site.yaml', () => {
  it('needs a title and an address only', async () => {
    const { manuscript } = await readContent({});
    expect(manuscript?.settings).toEqual({
      title: '続きの間',
      url: 'https://example.org/novels/',
      language: 'ja',
      timezone: 'Asia/Tokyo',
      tag: 'example.org,2026',
      description: undefined,
      author: undefined,
      feeds: { content: 'full', items: 20 },
      search: { unread: 'show' },
      announce: {
        template: undefined,
        x: { kind: 'link' },
        bluesky: undefined,
        mastodon: undefined,
      },
      silencedAdvice: [],
      embeds: [],
    });
  });

  it.each([
    ['true', []],
    ['{ dash-odd: false, ellipsis-odd: true }', ['dash-odd']],
    ['{ text-unread: false }', ['text-unread']],
  ])('takes advice: %s', async (yaml, silenced) => {
    const site = `title: a\nurl: https://example.org/\nadvice: ${yaml}\n`;
    const { manuscript, findings } = await readContent({ 'site.yaml': site });
    expect(findings).toEqual([]);
    expect(manuscript?.settings.silencedAdvice).toEqual(silenced);
  });

  it('silences all advice, and nothing else, with advice: false', async () => {
    const site = 'title: a\nurl: https://example.org/\nadvice: false\n';
    const { manuscript } = await readContent({ 'site.yaml': site });
    const grave = Object.entries(catalogue).filter(([, { severity }]) => severity !== 'advice');
    const silenced = manuscript?.settings.silencedAdvice ?? [];
    expect(silenced.length).toBe(Object.keys(catalogue).length - grave.length);
    expect(silenced).not.toContainEqual(expect.toBeOneOf(grave.map(([code]) => code)));
  });

  it('takes an author as a name, or with accounts', async () => {
    const author = async (yaml: string) => {
      const site = `title: a\nurl: https://example.org/\nauthor: ${yaml}\n`;
      return (await readContent({ 'site.yaml': site })).manuscript?.settings.author;
    };
    expect(await author('乗越まどか')).toEqual({ name: '乗越まどか' });
    expect(await author('1984')).toEqual({ name: '1984' });
    expect(
      await author('{name: a, x: "@b", bluesky: "@b.example", mastodon: "@b@c.example"}'),
    ).toEqual({
      name: 'a',
      x: 'b',
      bluesky: 'b.example',
      mastodon: 'b@c.example',
    });
  });
});

describe('announce of site.yaml', () => {
  const announce = async (yaml: string, author = 'a') => {
    const site = `title: a\nurl: https://example.org/\nauthor: ${author}\nannounce: ${yaml}\n`;
    const { manuscript, findings } = await readContent({ 'site.yaml': site });
    expect(findings).toEqual([]);
    return manuscript?.settings.announce;
  };
  const author = '{name: a, bluesky: "@b.example", mastodon: "@b@c.example:8443"}';
  const bluesky = { handle: 'b.example', service: 'https://bsky.social/' };

  it.each([
    ['{bluesky: true}', { bluesky }],
    ['{bluesky: false, mastodon: false}', { bluesky: undefined, mastodon: undefined }],
    ['{bluesky: d.example}', { bluesky: { ...bluesky, handle: 'd.example' } }],
    [
      '{bluesky: {service: "http://127.0.0.1:8080"}}',
      { bluesky: { ...bluesky, service: 'http://127.0.0.1:8080/' } },
    ],
    ['{mastodon: true}', { mastodon: { server: 'https://c.example:8443/' } }],
    ['{mastodon: "@d@e.example"}', { mastodon: { server: 'https://e.example/' } }],
    ['{mastodon: {server: "https://f.example"}}', { mastodon: { server: 'https://f.example/' } }],
    ['{x: {monthly: 30}}', { x: { kind: 'api', monthly: 30 } }],
    ['{x: false}', { x: undefined }],
    ['{template: " {title}\\n{url} "}', { template: '{title}\n{url}', x: { kind: 'link' } }],
  ])('takes %s', async (yaml, expected) => {
    expect(await announce(yaml, author)).toMatchObject(expected);
  });

  it('is of use without any account of the author', async () => {
    const yaml = '{bluesky: b.example, mastodon: {server: "https://c.example/"}}';
    expect(await announce(yaml)).toMatchObject({
      bluesky,
      mastodon: { server: 'https://c.example/' },
    });
  });
});

describe('series.yaml', () => {
  it('needs a title only', async () => {
    expect(await series('title: 霧の夜\n')).toEqual({
      id: 'kiri',
      path: 'kiri/series.yaml',
      title: '霧の夜',
      category: undefined,
      author: undefined,
      status: 'ongoing',
      description: undefined,
      labels: { kind: 'preset', name: 'zenpen', numerals: undefined },
      language: 'ja',
      direction: 'horizontal',
      arcs: [],
      cast: [],
      foreword: undefined,
      afterword: undefined,
      breaks: true,
      image: undefined,
      warnings: [],
      aliases: [],
      references: { links: [], images: [], embeds: [] },
    });
  });

  it('takes the language of the site, and its labels from the language', async () => {
    const site = 'title: a\nurl: https://example.org/\nlanguage: EN-us\n';
    expect(await series('title: a\n', site)).toMatchObject({
      language: 'en-US',
      labels: { kind: 'preset', name: 'part' },
    });
    expect(await series('title: a\nlanguage: ja-JP\n', site)).toMatchObject({
      labels: { kind: 'preset', name: 'zenpen' },
    });
  });

  it.each([
    ['wa', { kind: 'preset', name: 'wa', numerals: undefined }],
    ['{numerals: kanji}', { kind: 'preset', name: 'zenpen', numerals: 'kanji' }],
    [
      '{preset: maru, numerals: circled-50}',
      { kind: 'preset', name: 'maru', numerals: 'circled-50' },
    ],
    [
      '{first: 上, middle: 中, last: 下, numerals: none}',
      {
        kind: 'absolute',
        first: '上',
        middle: '中',
        last: '下',
        format: undefined,
        numerals: 'none',
      },
    ],
    [
      '{before: 前, after: 後, format: "{word}{n}"}',
      {
        kind: 'relative',
        before: '前',
        after: '後',
        final: undefined,
        format: '{word}{n}',
        numerals: undefined,
      },
    ],
  ])('takes labels: %s', async (yaml, labels) => {
    expect((await series(`title: a\nlabels: ${yaml}\n`))?.labels).toEqual(labels);
  });

  it('takes one content warning or several', async () => {
    expect((await series('title: a\nwarnings: 血\n'))?.warnings).toEqual(['血']);
    expect((await series('title: a\nwarnings: [血, 死]\n'))?.warnings).toEqual(['血', '死']);
  });

  it('takes its id in NFC', async () => {
    const folder = 'ガラス'.normalize('NFD');
    const { manuscript, findings } = await readContent({
      [`${folder}/series.yaml`]: 'title: a\n',
      [`${folder}/ぷ.md`.normalize('NFD')]: markdown('order: 1\ndate: 2026-04-01'),
    });
    expect(findings).toEqual([]);
    expect(manuscript?.series.map(({ id }) => id)).toEqual(['kiri', 'ガラス'.normalize('NFC')]);
    expect(manuscript?.episodes.at(-1)).toMatchObject({
      seriesId: 'ガラス'.normalize('NFC'),
      slug: 'ぷ'.normalize('NFC'),
      path: `${folder}/ぷ.md`.normalize('NFD'),
    });
  });
});

describe('an episode', () => {
  it('needs its order and date only', async () => {
    const read = await episode('order: 1\ndate: 2026-04-01');
    expect(read).toMatchObject({
      kind: 'episode',
      order: 1,
      seriesId: 'kiri',
      slug: '01',
      id: '01',
      path: 'kiri/01.md',
      date: Date.UTC(2026, 2, 31, 15),
      draft: false,
      aliases: [],
      warnings: [],
      body: { isEmpty: false },
    });
    expect(read?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['title: 1984', '1984'],
    ['title: 007', '007'],
    ['title: 1.50', '1.50'],
    ['title: 2026-01-01', '2026-01-01'],
    ['title: "true"', 'true'],
    ['title: |\n  二行の\n  題', '二行の 題'],
  ])('takes %j for a title', async (line, title) => {
    expect((await episode(`order: 1\ndate: 2026-04-01\n${line}`))?.title).toBe(title);
  });

  it('goes by its first alias, else its slug', async () => {
    expect(
      await episode('order: 1\ndate: 2026-04-01\nslug: b\naliases: [old, older]'),
    ).toMatchObject({
      slug: 'b',
      id: 'old',
    });
    expect(await episode('order: 1\ndate: 2026-04-01\nslug: b\n')).toMatchObject({ id: 'b' });
    expect(await episode('order: 1\ndate: 2026-04-01\nid: 7\naliases: b')).toMatchObject({
      id: '7',
    });
  });

  it('counts lines from the top of its file', async () => {
    const { manuscript } = await readContent({
      'kiri/01.md': markdown(
        'order: 1\ndate: 2026-04-01\nafterword: |\n  [次](./02.md)へ',
        'あ\n[次](./02.md)\n',
      ),
      'kiri/02.md': markdown('order: 2\ndate: 2026-04-02'),
    });
    expect(manuscript?.episodes[0]).toMatchObject({
      body: { links: [{ url: './02.md', line: 9, column: 1 }] },
      references: { links: [{ url: './02.md', line: 4, column: 12 }] },
    });
  });
});
