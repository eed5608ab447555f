import { beforeAll, describe, expect, it } from 'vitest';
import { clients } from '#tests/support/feed-clients.ts';
import { lineArt } from '#tests/support/pictures.ts';
import {
  attribute,
  attributes,
  build,
  elements,
  textOf,
  withToken,
  type Built,
} from './built-pages.ts';
import { readEntries } from './read-entries.ts';
import { episode, episodes, markdown, series, site, type Files } from './writing.ts';

const hostile = ['あ'.repeat(2000), '🎉👨‍👩‍👧', '<]]>&', 'a\u000Bb', '\u200F右'];
const rich = [
  '雨《あめ》が降る。[次へ](./2.md)、[外へ](https://elsewhere.example/?a=1&b=2)。[^1]',
  '![地図](map.png)',
  '<script>alert(1)</script>',
  '<iframe src="https://film.example/1" title="海の動画"></iframe>',
  '《《強く》》。',
  '[^1]: 注。',
].join('\n\n');

const feedNames = ['rss.xml', 'atom.xml', 'feed.json'] as const;

const titles = async (built: Built, path: string) =>
  (await readEntries(built, path)).map(({ title }) => title);
const ids = async (built: Built, path: string) =>
  (await readEntries(built, path)).map(({ id }) => id);

const synopsis = `${'雨の日だけ開く宿がある。'.repeat(15)}｜主《あるじ》はいない。`;
let built: Built;

beforeAll(async () => {
  const said = {
    title: '雨の宿',
    category: '長編',
    warnings: ['水難'],
    afterword: '次も雨。',
    description: synopsis,
  };
  built = await build({
    ...site({
      url: 'https://example.org/novels/',
      tag: 'example.org,2026-03',
      author: { name: '作者', x: 'writer', mastodon: 'me@social.example' },
      embeds: ['film.example'],
      feeds: { items: 3, hub: 'https://hub.example/' },
    }),
    ...series('ame', said, {
      '1.md': episode(1, { title: '｜傘《かさ》', foreword: 'はじめに。' }, rich),
      '2.md': episode(2, { date: '2026-04-02', updated: '2026-04-20' }),
      '3.md': episode(3, { date: '2026-04-03' }),
      '4.md': episode(4, { date: '2026-04-04', summary: '二人の"傘"。' }),
      '5.md': episode(5, { date: '2026-04-05' }),
      '6.md': episode(6, { date: '2126-04-05' }),
      'rest.md': markdown({ kind: 'notice', date: '2026-04-06', title: '休み' }),
      'map.png': await lineArt({ width: 60, height: 40 }),
    }),
    ...series(
      'hostile',
      { title: '<]]>&' },
      Object.fromEntries(
        hostile.map((title, at) => [
          `${at + 1}.md`,
          episode(at + 1, { title, date: '2026-03-01' }),
        ]),
      ),
    ),
    ...series('tales', { title: 'Tales', language: 'en' }, episodes(1, 'It rained.')),
  });
});

describe('the feeds of a site', () => {
  it.each(feedNames)(
    'hold the newest of all series in %s, each named with its label',
    async (name) => {
      expect(await titles(built, name)).toEqual([
        '雨の宿 お知らせ 休み',
        '雨の宿 続編⑤',
        '雨の宿 続編④',
      ]);
    },
  );

  it.each(feedNames)('say the same of a series in ame/%s', async (name) => {
    const entries = await readEntries(built, `ame/${name}`);
    expect(entries).toMatchObject([
      {
        id: 'tag:example.org,2026-03:ame/rest',
        link: 'https://example.org/novels/ame/rest/',
        published: Date.parse('2026-04-06T00:00+09:00'),
      },
      { id: 'tag:example.org,2026-03:ame/5' },
      { id: 'tag:example.org,2026-03:ame/4' },
    ]);
  });

  it.each(feedNames)('survive hostile titles in hostile/%s', async (name) => {
    expect(await titles(built, `hostile/${name}`)).toEqual(
      [...hostile.entries()]
        .slice(-3)
        .reverse()
        .map(([at, title]) => `<]]>& 続編${'①②③④⑤'[at] ?? ''} ${title.replace('\u000B', '')}`),
    );
  });

  it('speak the language of the series', async () => {
    expect(await titles(built, 'tales/rss.xml')).toEqual(['Tales, Part 1']);
    expect(built.text('tales/rss.xml')).toContain('<language>en</language>');
  });

  it('describe a series by its whole synopsis, in base text', () => {
    const whole = synopsis.replace('｜主《あるじ》', '主');
    expect(built.text('ame/rss.xml')).toContain(`<description>${whole}</description>`);
  });

  it('are dated by their content', () => {
    expect(built.text('rss.xml')).toContain('<lastBuildDate>Sun, 05 Apr 2026 15:00:00 GMT<');
    expect(built.text('ame/atom.xml')).toContain('<updated>2026-04-05T15:00:00.000Z</updated>');
  });

  it('know nothing of what is still to come', () => {
    for (const [path, bytes] of built.files) {
      if (/\.(?:xml|json)$/.test(path)) expect(bytes.toString()).not.toContain('2126');
    }
    expect([...built.files.keys()].filter((path) => path.includes('6/'))).toEqual([]);
  });
});

describe('the text of an entry', () => {
  const contentOf = async (path: string, id: string) => {
    const readAll = await Promise.all(
      Object.values(clients).map(async (client) => {
        const entry = (await client(built.text(path))).find((one) => one.id?.endsWith(id));
        return entry?.content ?? '';
      }),
    );
    expect(new Set(readAll).size).toBe(1);
    return readAll[0] ?? '';
  };
  const archive = () =>
    [...built.files.keys()].find((path) => path.startsWith('ame/atom-1-')) ?? '';

  it('is whole, with ruby that can be read without it, and absolute addresses', async () => {
    const content = await contentOf(archive(), '/1');
    expect(content).toContain('<ruby>雨<rp>（</rp><rt>あめ</rt><rp>）</rp></ruby>');
    expect(content).toContain('<a href="https://example.org/novels/ame/2/">次へ</a>');
    expect(content).toContain('<a href="https://elsewhere.example/?a=1&#x26;b=2">外へ</a>');
    expect(content).toMatch(/<img[^>]* src="https:\/\/example\.org\/novels\/images\/[^"]+"/);
    expect(content).toContain('海の動画');
    for (const address of content.matchAll(/(?:href|src)="([^"]*)"/g)) {
      expect(address[1]).toMatch(/^https?:\/\//);
    }
  });

  it('has warnings and notes with it, and neither scripts nor furniture', async () => {
    const content = await contentOf(archive(), '/1');
    expect(content).toMatch(/^<p><strong>注意：水難<\/strong><\/p>/);
    expect(content.indexOf('はじめに。')).toBeLessThan(content.indexOf('降る。'));
    expect(content.indexOf('次も雨。')).toBeGreaterThan(content.indexOf('降る。'));
    expect(content).not.toMatch(/<(?:script|iframe|nav|style|button)|class=|style=|srcset|前の話/);
  });
});

describe('the history of a series', () => {
  const link = (text: string, rel: string) =>
    new RegExp(`<link rel="${rel}"[^>]* href="https://example.org/novels/([^"]+)"`).exec(text)?.[1];

  it('leads from the newest entries back to the first', async () => {
    const seen: (string | undefined)[] = [];
    let path: string | undefined = 'ame/atom.xml';
    while (path !== undefined) {
      seen.push(...(await ids(built, path)));
      const text: string = built.text(path);
      expect(link(text, 'self')).toBe(path);
      if (path !== 'ame/atom.xml') {
        expect(text).toContain('<fh:archive/>');
        expect(link(text, 'current')).toBe('ame/atom.xml');
      }
      path = link(text, 'prev-archive');
    }
    const all = ['1', '2', '3', '4', '5', 'rest'].map((id) => `tag:example.org,2026-03:ame/${id}`);
    expect(new Set(seen)).toEqual(new Set(all));
  });
});

describe('a site as it was, and as it is after a new part and new names', () => {
  const parts = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${at + 1}.md`,
        episode(at + 1, { date: `2026-04-0${at + 1}`, summary: '要約。' }, '本文である。'),
      ]),
    );
  let before: Built;
  let after: Built;

  beforeAll(async () => {
    const settings = site({ feeds: { items: 2, content: 'summary' }, tag: 'example.org,2026' });
    before = await build({
      ...settings,
      ...series('ame', {}, parts(5)),
      ...series('umi', {}, episodes(2)),
    });
    after = await build({
      ...settings,
      ...series('ame', { status: 'complete' }, parts(6)),
      ...series(
        'mizu',
        { title: 'umi', aliases: ['umi'] },
        { 'kasa.md': episode(1, { aliases: ['1'] }), '2.md': episode(2) },
      ),
    });
  });

  it('has the same history, byte for byte', () => {
    const archives = [...before.files].filter(([path]) => path.includes('/atom-'));
    expect(archives).toHaveLength(2);
    for (const [path, bytes] of archives) expect(after.files.get(path)).toEqual(bytes);
  });

  it('shows no episode twice under its new name', async () => {
    expect(await ids(after, 'mizu/rss.xml')).toEqual(await ids(before, 'umi/rss.xml'));
  });

  it('has the feeds of a renamed series where its followers look for them', () => {
    for (const name of feedNames)
      expect(after.text(`umi/${name}`)).toBe(after.text(`mizu/${name}`));
  });

  it('holds summaries where the site wants that', () => {
    for (const name of feedNames) {
      expect(after.text(`ame/${name}`)).toContain('要約。');
      expect(after.text(`ame/${name}`)).not.toContain('本文である。');
    }
  });
});

describe('the pages', () => {
  it('tell feed readers of the nearest feed first', () => {
    const feedsOf = (path: string) =>
      attributes(
        withToken(built.page(path), 'link', 'rel', 'alternate').filter((one) =>
          attribute(one, 'type')?.match(/rss|atom|feed\+json/),
        ),
        'href',
      );
    expect(feedsOf('ame/1/')).toEqual(['/novels/ame/rss.xml', '/novels/rss.xml']);
    expect(feedsOf('ame/')).toEqual(feedNames.map((name) => `/novels/ame/${name}`));
    expect(feedsOf('')).toEqual(feedNames.map((name) => `/novels/${name}`));
  });

  it('name below an episode every way to follow it, behind the navigation', () => {
    const [line] = withToken(built.page('ame/5/'), 'p', 'class', 'follow');
    const links = line ? elements(line, 'a') : [];
    expect(attributes(links, 'href').slice(0, 3)).toEqual([
      'https://x.com/writer',
      'https://social.example/@me',
      '/novels/feeds/#ame',
    ]);
    expect(line && textOf(line)).toBe(
      '続きはX、MastodonとRSSでお知らせします。この話をXで紹介する',
    );
    const main = built.text('ame/5/index.html');
    expect(main.lastIndexOf('data-series-nav')).toBeLessThan(main.indexOf('class="follow"'));
  });

  it('lead from an episode to X with its title and its address', () => {
    const [line] = withToken(built.page('ame/5/'), 'p', 'class', 'follow');
    const post = line ? elements(line, 'a').at(-1) : undefined;
    const intent = new URL((post && attribute(post, 'href')) ?? '');
    expect(intent.origin + intent.pathname).toBe('https://x.com/intent/post');
    expect(intent.searchParams.get('text')).toBe('雨の宿 続編⑤');
    expect(intent.searchParams.get('url')).toBe('https://example.org/novels/ame/5/');
  });

  it('explain feeds, with the address of each', () => {
    const page = built.page('feeds/');
    const copied = attributes(elements(page, 'button', 'data-copy'), 'data-copy');
    const folders = ['', 'ame/', 'hostile/', 'tales/'];
    const all = folders.flatMap((folder) => feedNames.map((name) => folder + name));
    expect(copied.toSorted()).toEqual(
      all.map((path) => `https://example.org/novels/${path}`).sort(),
    );
    const links = attributes(elements(page, 'a'), 'href');
    for (const [path] of built.files) {
      const isFeed = /(?:rss|\/atom|^atom)\.xml$|feed\.json$/.test(path);
      if (isFeed) expect(links.map((href) => href?.replace(/^.*\/novels\//, ''))).toContain(path);
    }
  });
});
