import { feedMediaTypes } from '#src/site/feed-forms.ts';
import type { Feed, FeedDocument, FeedEntry } from './feed.ts';
import {
  empty,
  encodedElement,
  nothing,
  optional,
  parent,
  textElement,
  xmlDocument,
  type Xml,
} from './xml.ts';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification), with `content:encoded` for whole texts,
 * `dc:creator` for names without an e-mail address, and `atom:link` for what RSS cannot say.
 */
export function toRss(feed: Feed): FeedDocument {
  const channel = parent('channel', [
    textElement('title', feed.title),
    textElement('link', feed.home),
    textElement('description', feed.description),
    textElement('language', feed.language),
    textElement('lastBuildDate', rfc822(feed.updated)),
    empty('atom:link', { rel: 'self', type: feedMediaTypes.rss, href: feed.self.rss }),
    feed.hub === undefined ? nothing : empty('atom:link', { rel: 'hub', href: feed.hub }),
    ...feed.entries.map(item),
  ]);
  return xmlDocument(
    parent('rss', [channel], {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    }),
  );
}

function item(entry: FeedEntry): Xml {
  const { content } = entry;
  return parent('item', [
    textElement('title', entry.title),
    textElement('link', entry.url),
    textElement('guid', entry.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(entry.published)),
    optional('dc:creator', entry.author?.name),
    optional('category', entry.category),
    textElement('description', asHtml(entry.summary)),
    content === undefined ? nothing : encodedElement('content:encoded', content.xml()),
  ]);
}

// Readers take a description for HTML.
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** RFC 822 with the four-digit year that RSS allows: `Sat, 12 Sep 2026 09:00:00 GMT`. */
function rfc822(moment: number): string {
  return new Date(moment).toUTCString();
}
