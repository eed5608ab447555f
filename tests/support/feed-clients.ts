import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';

/** A feed as programs that people read feeds with understand it. */
export interface ReadEntry {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly link: string | undefined;
  /** Epoch milliseconds. */
  readonly published: number | undefined;
  readonly content: string | undefined;
}

export type Client = (xml: string) => Promise<readonly ReadEntry[]>;

/** Three that share no code, for RSS and Atom. */
export const clients: Readonly<Record<'feedsmith' | 'rss-parser' | 'feedparser', Client>> = {
  feedsmith: (text) => Promise.resolve(readByFeedsmith(text)),
  async 'rss-parser'(xml) {
    // It hands ids of Atom as `id`, and those of RSS as `guid`.
    const parser = new RssParser<object, { id?: string }>({ customFields: { item: ['id'] } });
    const { items } = await parser.parseString(xml);
    return items.map((item) => ({
      id: item.guid ?? item.id,
      title: item.title,
      link: item.link,
      published: moment(item.isoDate),
      content: (item as Record<string, string | undefined>)['content:encoded'] ?? item.content,
    }));
  },
  async feedparser(xml) {
    const parser = new FeedParser({ normalize: true, addmeta: false });
    const items = Readable.from([Buffer.from(xml)]).pipe(parser) as AsyncIterable<FeedParser.Item>;
    const entries: ReadEntry[] = [];
    for await (const { guid, title, link, pubdate, description } of items) {
      entries.push({
        id: guid,
        title,
        link,
        published: pubdate?.valueOf(),
        content: description,
      });
    }
    return entries;
  },
};

/** The one that knows JSON Feed too. */
export function readByFeedsmith(text: string): readonly ReadEntry[] {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ guid, title, link, pubDate, content, description }) => ({
        id: guid?.value,
        title,
        link,
        published: moment(pubDate),
        content: content?.encoded ?? description,
      }));
    case 'atom':
      return (feed.entries ?? []).map(({ id, title, links, published, content, summary }) => ({
        id,
        title: textOf(title),
        link: links?.find(({ rel }) => rel === 'alternate')?.href,
        published: moment(published),
        content: textOf(content ?? summary),
      }));
    case 'json':
      return (feed.items ?? []).map(({ id, title, url, date_published, ...item }) => ({
        id,
        title,
        link: url,
        published: moment(date_published),
        content: item.content_html ?? item.content_text,
      }));
    case 'rdf':
      throw new Error('no feed of ours is RDF');
  }
}

/** @throws Error where a text is not well-formed XML with its namespaces declared */
export function checkWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null && 'value' in value) return String(value.value);
  return typeof value === 'string' ? value : undefined;
}

function moment(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date);
}
