import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as atom from '#src/feeds/atom.ts';
import type { Feed, FeedDocument, FeedEntry } from '#src/feeds/feed.ts';
import * as json from '#src/feeds/json-feed.ts';
import * as rss from '#src/feeds/rss.ts';
import {
  createEntry,
  createFeed,
  type DatedEpisode,
  type EntryTexts,
} from '#src/feeds/site-feed.ts';
import { createUrls } from '#src/site/urls.ts';
import { checkWellFormed, clients, readByFeedsmith } from '#tests/support/feed-clients.ts';
import { episode, manuscript } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

const { settings } = manuscript({});
const urls = createUrls(settings);
const series = toldSeries([episode(1)]);

/** A form of a feed as text. */
function decoded<Rest extends readonly unknown[]>(
  write: (feed: Feed, ...rest: Rest) => FeedDocument,
) {
  return (feed: Feed, ...rest: Rest) => new TextDecoder().decode(write(feed, ...rest));
}

const toRss = decoded(rss.toRss);
const toAtom = decoded(atom.toAtom);
const toAtomArchive = decoded(atom.toAtomArchive);
const toJsonFeed = decoded(json.toJsonFeed);

function entryOf(
  title: string,
  said: Partial<FeedEntry> = {},
  content?: EntryTexts['content'],
): FeedEntry {
  const texts = { title, summary: title, category: title, content, image: undefined };
  const part = partOf(series, '1') as DatedEpisode;
  return { ...createEntry({ settings, urls }, series, part, texts), ...said };
}

function feedOf(entries: readonly FeedEntry[], said: Partial<Feed> = {}): Feed {
  const source = { settings, urls, series };
  return { ...createFeed(source, { title: '作品', description: '話。' }, entries), ...said };
}

/** What the issue of a feed must survive, and what writers have been seen to type. */
const titles = [
  'あ'.repeat(2000),
  '🎉👨‍👩‍👧🇯🇵1️⃣',
  'a <]]>& b',
  'AT&T &amp; &#x41; &copy;',
  '一\u000B二\u0000三\uFFFE四\uD800五\u007F六\u0085七',
  '\u200F右から\u202E左',
  '全角\u3000空白　と"引用"と\'符\'',
  '007',
  'null',
];

describe.each(Object.entries(clients))('%s', (_, read) => {
  it.each(titles)('reads title, id, date and link of %j alike from RSS and Atom', async (title) => {
    const entry = entryOf(title);
    const { id, url, published } = entry;
    // eslint-disable-next-line no-control-regex -- what XML cannot hold is what this is about
    const clean = title.replace(/[\u0000-\u0008\u000B\u007F-\u009F\uFFFE]|\uD800/g, '');
    for (const text of [toRss(feedOf([entry])), toAtom(feedOf([entry]))]) {
      checkWellFormed(text);
      expect(await read(text)).toMatchObject([{ title: clean, id, published, link: url }]);
    }
    expect(readByFeedsmith(toJsonFeed(feedOf([entry])))).toMatchObject([
      { title: clean, id, published, link: url },
    ]);
  });

  it('reads any text that it is given as content', async () => {
    const arbitrary = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => {
      const html = text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<p>${html.replaceAll('\r', '')}</p>`;
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async (content) => {
        const entry = entryOf('題', {}, content);
        for (const text of [toRss(feedOf([entry])), toAtom(feedOf([entry]))]) {
          expect((await read(text))[0]?.content).toBe(content);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('every form', () => {
  const hub = 'https://hub.example/';

  it.each([
    ['RSS', toRss, 'href="https://example.org/story/rss.xml"'],
    ['Atom', toAtom, 'href="https://example.org/story/atom.xml"'],
    ['JSON Feed', toJsonFeed, '"feed_url": "https://example.org/story/feed.json"'],
  ])('of %s says where it is, and names a hub only where there is one', (_, write, self) => {
    expect(write(feedOf([]))).toContain(self);
    expect(write(feedOf([]))).not.toContain('hub');
    expect(write(feedOf([], { hub }))).toContain(hub);
  });

  it('is dated by what is in it, and without anything by its tag', () => {
    const entry = entryOf('題', { updated: Date.UTC(2026, 4, 5) });
    expect(toAtom(feedOf([entry]))).toContain('<updated>2026-05-05T00:00:00.000Z</updated>');
    expect(toRss(feedOf([entry]))).toContain('<lastBuildDate>Tue, 05 May 2026 00:00:00 GMT<');
    expect(toAtom(feedOf([]))).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
    const old = entryOf('題', { updated: Date.UTC(2009, 4, 5) });
    expect(toAtom(feedOf([old]))).toContain('<updated>2009-05-05T00:00:00.000Z</updated>');
  });

  it('gives the language of an entry that is in another than the feed', () => {
    const entry = entryOf('Title', { language: 'en' });
    expect(toAtom(feedOf([entry]))).toContain('<entry xml:lang="en">');
    expect(toJsonFeed(feedOf([entry]))).toContain('"language": "en"');
  });

  it('holds a summary where it holds no text', () => {
    const entry = entryOf('要約 <1>');
    expect(readByFeedsmith(toJsonFeed(feedOf([entry])))[0]?.content).toBe('要約 <1>');
    expect(toAtom(feedOf([entry]))).not.toContain('<content');
    // What stands in an RSS description is HTML.
    expect(toRss(feedOf([entry]))).toContain('<description>要約 &amp;lt;1&gt;</description>');
  });
});

describe('an archive', () => {
  it('is marked as one, and leads to the feed and to what was before', () => {
    const previousArchive = 'https://example.org/story/atom-1-x.xml';
    const feed = feedOf([entryOf('題')], { previousArchive, hub: 'https://hub.example/' });
    const text = toAtomArchive(feed, 'https://e.org/2.xml');
    checkWellFormed(text);
    expect(text).toContain('<fh:archive/>');
    // It never changes, so that nobody needs to be told.
    expect(text).not.toContain('hub');
    expect(text).toContain('rel="self" type="application/atom+xml" href="https://e.org/2.xml"');
    expect(text).toMatch(/rel="current"[^>]*href="https:\/\/example\.org\/story\/atom\.xml"/);
    expect(text).toMatch(/rel="prev-archive"[^>]*atom-1-x\.xml"/);
  });
});
