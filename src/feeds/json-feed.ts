import type { Person } from '#src/manuscript/manuscript.ts';
import type { Feed, FeedDocument, FeedEntry } from './feed.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): FeedDocument {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self.json,
    description: feed.description,
    language: feed.language,
    authors: authors(feed.author),
    hubs: feed.hub === undefined ? undefined : [{ type: 'WebSub', url: feed.hub }],
    items: feed.entries.map(item),
  };
  return Buffer.from(`${JSON.stringify(document, undefined, 1)}\n`);
}

function item(entry: FeedEntry): object {
  const { content, summary, published, updated } = entry;
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    // One of the two has to be there.
    ...(content === undefined ? { content_text: summary } : { content_html: content.html }),
    summary,
    image: entry.image,
    date_published: new Date(published).toISOString(),
    date_modified: updated === published ? undefined : new Date(updated).toISOString(),
    authors: authors(entry.author),
    tags: entry.category === undefined ? undefined : [entry.category],
    language: entry.language,
  };
}

function authors(person: Person | undefined): readonly object[] | undefined {
  return person === undefined ? undefined : [{ name: person.name, url: person.url }];
}
