import type { Person } from '#src/manuscript/manuscript.ts';
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

/** The feed that subscribers follow: Atom 1.0 (RFC 4287). */
export function toAtom(feed: Feed): FeedDocument {
  const { self, hub } = feed;
  const marks = hub === undefined ? [] : [empty('link', { rel: 'hub', href: hub })];
  return document(feed, { self: self.atom, marks });
}

/**
 * A part of the feed's history, which stays as it is (RFC 5005, section 4).
 *
 * @param self - the absolute address of this document
 */
export function toAtomArchive(feed: Feed, self: string): FeedDocument {
  const current = empty('link', { rel: 'current', type, href: feed.self.atom });
  return document(feed, { self, marks: [empty('fh:archive', {}), current] });
}

const type = feedMediaTypes.atom;

function document(
  feed: Feed,
  { self, marks }: { self: string; marks: readonly Xml[] },
): FeedDocument {
  const { previousArchive } = feed;
  return xmlDocument(
    parent(
      'feed',
      [
        textElement('id', feed.id),
        textElement('title', feed.title),
        textElement('subtitle', feed.description),
        textElement('updated', rfc3339(feed.updated)),
        empty('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
        empty('link', { rel: 'self', type, href: self }),
        previousArchive === undefined
          ? nothing
          : empty('link', { rel: 'prev-archive', type, href: previousArchive }),
        ...marks,
        // An entry needs an author, its own or the feed's (RFC 4287, section 4.1.2).
        author(feed.author ?? { name: feed.title }),
        ...feed.entries.map((one) => entry(one, feed)),
      ],
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:fh': 'http://purl.org/syndication/history/1.0',
        'xml:lang': feed.language,
      },
    ),
  );
}

function entry(one: FeedEntry, feed: Feed): Xml {
  const { language, category, content } = one;
  return parent(
    'entry',
    [
      textElement('id', one.id),
      textElement('title', one.title),
      textElement('published', rfc3339(one.published)),
      textElement('updated', rfc3339(one.updated)),
      empty('link', { rel: 'alternate', type: 'text/html', href: one.url }),
      one.author === undefined ? nothing : author(one.author),
      category === undefined ? nothing : empty('category', { term: category }),
      textElement('summary', one.summary),
      content === undefined ? nothing : encodedElement('content', content.xml(), { type: 'html' }),
    ],
    language === feed.language ? {} : { 'xml:lang': language },
  );
}

function author({ name, url }: Person): Xml {
  return parent('author', [textElement('name', name), optional('uri', url)]);
}

function rfc3339(moment: number): string {
  return new Date(moment).toISOString();
}
