import { AppBskyFeedPost, RichText } from '@atproto/api';
import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { announcementText } from '#src/announce/announcement-text.ts';
import { blueskyText, linkFacet } from '#src/announce/channels/bluesky-text.ts';
import { createXLink, type XLink } from '#src/announce/channels/x-link.ts';
import type { Announcement } from '#src/announce/announcement.ts';
import { fillTemplate } from '#src/announce/fill-template.ts';
import { episode } from '#tests/support/manuscript.ts';
import { announced, titled } from './announced.ts';

/** Of every kind that has been known to break something. */
const piece = fc.constantFrom(
  ...[
    '霧',
    'の',
    '夜',
    'a',
    'Z',
    '9',
    ' ',
    '　',
    '。',
    'が',
    'か\u3099',
    'e\u0301',
    'ﬃ',
    '한',
    '글',
  ],
  ...['👨‍👩‍👧‍👦', '🏳️‍🌈', '🇯🇵', '🇺🇸', '1️⃣', '#️⃣', '👍🏽', '☕️', '☕', '🧑🏿‍🚀', '\u{E0067}', '\u200D'],
  ...[
    '<]]>&',
    '\u000B',
    '\u200F',
    '\u202E',
    '\u2067',
    '\n',
    '\u2028',
    '\uFEFF',
    '\uD83D',
    '\uDE00',
  ],
  ...[
    '@someone',
    '＠name',
    '@a@b.example',
    '#tag',
    '＃霧',
    '#',
    '#・',
    '$CASH',
    '$',
    'https://other.example/x?y=z#w',
  ],
  ...[
    'example.com',
    'www.x.co.jp',
    'http://',
    '.com',
    '://',
    'あ.みんな',
    'a.b.c',
    '{url}',
    '{title}',
  ],
  ...[
    '《るび》',
    '｜',
    '《《点》》',
    'ÀÉ',
    'Ω',
    'ß',
    '\u0E33',
    'नि',
    '\u0300',
    '𠮷',
    '葛\u{E0100}',
  ],
);
const title = fc
  .array(piece, { minLength: 1, maxLength: 150, size: 'max' })
  .map((pieces) => pieces.join(''));
const template = fc.constantFrom(
  undefined,
  '{series} {label} {title}\n{url}',
  '『{series}』{label}「{title}」\n{url} #小説',
  '{headline}｜{site} {url}',
  '{url}\n{title} {title}',
  '{title}{url}{label}',
  '{title}：{url}',
  '{title}（{url}）{series}',
);
const seriesTitle = fc.oneof(fc.constant('霧の網代'), title);

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Hits of the address, whole, among all addresses that X would find. */
function addressesIn(text: string): readonly string[] {
  return twitter.extractUrls(text, { extractUrlsWithoutProtocol: true });
}

/** What a writer is shown. */
async function linkOf(announcement: Announcement): Promise<XLink> {
  const shown: XLink[] = [];
  const ready = await createXLink((_, link) => shown.push(link)).prepare(announcement);
  if (ready.kind === 'ready') await ready.send();
  const [link] = shown;
  if (link === undefined) throw new Error('no link was shown');
  return link;
}

describe('a text for X', () => {
  it('weighs 280 at most and has its address whole', () => {
    fc.assert(
      fc.property(title, seriesTitle, template, (some, of, form) => {
        const announcement = titled(some, {
          series: { title: of },
          ...(form === undefined ? {} : { template: form }),
        });
        const text = announcementText.x(announcement);
        expect(text).toBeDefined();
        const { weightedLength, valid } = twitter.parseTweet(text ?? '');
        expect(weightedLength).toBeLessThanOrEqual(280);
        expect(valid).toBe(true);
        expect(text).toContain(announcement.address);
      }),
      { numRuns: 500 },
    );
  });

  it('weighs as much as X takes, whatever the address of the site', () => {
    const home = fc.constantFrom(
      ...['https://novel.music/', 'https://a.hotel/(b/', 'http://localhost/', 'https://ex_a.org/'],
      ...['https://終電.みんな/', 'https://終電.jp/a)/', 'https://example.org/(a/b)c)/'],
      `https://novel.music/${'long/'.repeat(20)}`,
    );
    fc.assert(
      fc.property(title, home, template, (some, url, form) => {
        const announcement = titled(some, {
          settings: { url: new URL(url).href },
          ...(form === undefined ? {} : { template: form }),
        });
        const text = announcementText.x(announcement) ?? '';
        expect(twitter.parseTweet(text).weightedLength).toBeLessThanOrEqual(280);
        expect(text).toContain(announcement.address);
        if (addressesIn(new URL(url).origin).length > 0) {
          expect(addressesIn(text)).toContain(announcement.address);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is cut between two characters, and no more than needed', () => {
    fc.assert(
      fc.property(title, (some) => {
        const announcement = titled(some);
        const { names, address } = announcement;
        const text = announcementText.x(announcement);
        const saying = (words: string) =>
          fillTemplate(announcement.template, { ...names, title: words, url: address });
        if (text === saying(names.title)) return;
        const characters = Array.from(segmenter.segment(names.title), ({ segment }) => segment);
        const cut = (count: number) =>
          saying(count === 0 ? '' : `${characters.slice(0, count).join('').trimEnd()}…`);
        const kept = characters.findLastIndex((_, count) => cut(count) === text);
        expect(kept).toBeGreaterThan(0);
        expect(twitter.parseTweet(cut(kept + 1)).weightedLength).toBeGreaterThan(280);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['霧'.repeat(2000)],
    ['a'.repeat(2000)],
    ['👨‍👩‍👧‍👦'.repeat(500)],
    ['🇯🇵'.repeat(500)],
    ['1️⃣'.repeat(500)],
    ['👍🏽'.repeat(500)],
  ])('uses all of its room: %#', (long) => {
    const text = announcementText.x(titled(long)) ?? '';
    expect(twitter.parseTweet(text).weightedLength).toBeGreaterThanOrEqual(279);
    expect(text.startsWith(`The title of story 続編② ${long.slice(0, 20)}`)).toBe(true);
    expect(text).toMatch(/…\nhttps:\/\/example\.org\/story\/2\/$/);
  });

  it('counts each letter of an address that X does not know for one', () => {
    const settings = { url: `https://novel.music/${'long/'.repeat(12)}` };
    const text = announcementText.x(titled('霧'.repeat(200), { settings })) ?? '';
    const { weightedLength } = twitter.parseTweet(text);
    expect(weightedLength).toBeLessThanOrEqual(280);
    expect(weightedLength).toBeGreaterThanOrEqual(279);
  });

  it('is in the link that opens X, holds no other address, and calls nobody', async () => {
    await fc.assert(
      fc.asyncProperty(title, template, async (some, form) => {
        const announcement = titled(some, form === undefined ? {} : { template: form });
        const { text, link } = await linkOf(announcement);
        const { origin, pathname, searchParams } = new URL(link);
        expect(origin + pathname).toBe('https://x.com/intent/post');
        const { text: words = '', url = '', ...others } = Object.fromEntries(searchParams);
        expect(others).toEqual({});
        const said = `${words} ${url}`.trim();
        expect(twitter.parseTweet(said).weightedLength).toBeLessThanOrEqual(280);
        expect(addressesIn(text)).toEqual([announcement.address]);
        expect(addressesIn(said)).toEqual([announcement.address]);
        expect(twitter.extractMentions(text)).toEqual([]);
        expect(twitter.extractHashtags(text)).toEqual(twitter.extractHashtags(form ?? ''));
        expect(twitter.extractCashtags(text)).toEqual([]);
        const bare = (whole: string) => whole.replace(/\s/gu, '');
        expect(bare(said)).toBe(bare(text));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text for the others', () => {
  it('fits, with its address whole', () => {
    fc.assert(
      fc.property(title, template, (some, form) => {
        const announcement = titled(some, form === undefined ? {} : { template: form });
        const { address } = announcement;
        const mastodon = announcementText.mastodon(announcement) ?? '';
        const counted = mastodon.replaceAll(address, 'x'.repeat(23));
        expect(Array.from(counted).length).toBeLessThanOrEqual(500);
        expect(mastodon).toContain(address);
        const { text = '', shown = '' } = blueskyText(announcement) ?? {};
        expect(new RichText({ text }).graphemeLength).toBeLessThanOrEqual(300);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3000);
        expect(shown).toBe(address);
      }),
      { numRuns: 100 },
    );
  });

  it('is a sound post on Bluesky whose link lies over the address', () => {
    fc.assert(
      fc.property(title, fc.constantFrom('2', '帰らない船'.repeat(12)), (some, slug) => {
        const [announcement] = announced({ entries: [episode(1, { title: some, slug })] });
        if (announcement === undefined) throw new Error('nothing to announce');
        const said = blueskyText(announcement);
        if (said === undefined) throw new Error('nothing to say');
        const facets = [linkFacet(said, announcement.address)];
        const createdAt = '2026-04-01T00:00:00.000Z';
        const record = { $type: 'app.bsky.feed.post', text: said.text, facets, createdAt };
        expect(AppBskyFeedPost.validateRecord(record).success).toBe(true);
        const links = [...new RichText({ text: said.text, facets }).segments()].filter((segment) =>
          segment.isLink(),
        );
        expect(links.map((segment) => [segment.text, segment.link?.uri])).toEqual([
          [said.shown, announcement.address],
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
