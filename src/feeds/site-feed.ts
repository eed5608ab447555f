import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { once } from '#src/manuscript/once.ts';
import { episodeIdentity, seriesIdentity, tagMoment, tagUri } from '#src/site/identity.ts';
import type { FeedForm } from '#src/site/feed-forms.ts';
import type { Urls } from '#src/site/urls.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { withoutForbidden } from '#src/text/forms/xml.ts';
import { encodeXml } from './encode-xml.ts';
import type { EntryContent, Feed, FeedEntry } from './feed.ts';

/** What a feed says of itself that is not said by what it is of. */
export interface FeedTexts {
  /** Plain. */
  readonly title: string;
  readonly description: string;
}

/** What a feed says of an episode, as plain text but for the content. */
export interface EntryTexts {
  readonly title: string;
  readonly category: string | undefined;
  readonly summary: string;
  readonly content: string | undefined;
  /** Absolute. */
  readonly image: string | undefined;
}

export interface FeedSource {
  readonly settings: SiteSettings;
  readonly urls: Urls;
  /** Undefined for the feed of the whole site. */
  readonly series: Series | undefined;
}

/** A feed of entries that are newest first. */
export function createFeed(
  { settings, urls, series }: FeedSource,
  texts: FeedTexts,
  entries: readonly FeedEntry[],
  previousArchive?: string,
): Feed {
  const self = (form: FeedForm) => urls.absolute(urls.feed(form, series?.id));
  // A series' name has no slash: the site's own is none of theirs.
  const identity = series === undefined ? '/' : seriesIdentity(series);
  return {
    id: tagUri(settings, identity),
    title: withoutForbidden(texts.title),
    description: withoutForbidden(texts.description),
    language: series?.language ?? settings.language,
    home: urls.absolute(series === undefined ? urls.home : urls.series(series.id)),
    self: { rss: self('rss'), atom: self('atom'), json: self('json') },
    author: named(series === undefined ? settings.author : series.author),
    hub: settings.feeds.hub,
    updated:
      entries.length === 0
        ? tagMoment(settings)
        : Math.max(...entries.map(({ updated }) => updated)),
    entries,
    previousArchive,
  };
}

/** @param episode - whose date is known: what is undated is in no feed */
export function createEntry(
  { settings, urls }: Pick<FeedSource, 'settings' | 'urls'>,
  series: Series,
  episode: DatedEpisode,
  texts: EntryTexts,
): FeedEntry {
  const { category, content } = texts;
  return {
    id: tagUri(settings, episodeIdentity(series, episode)),
    url: urls.absolute(urls.episode(episode)),
    title: withoutForbidden(texts.title),
    language: series.language,
    author: named(series.author),
    category: category === undefined ? undefined : withoutForbidden(category),
    published: episode.date,
    updated: Math.max(episode.date, episode.updated ?? episode.date),
    summary: withoutForbidden(texts.summary),
    content: content === undefined ? undefined : contentOf(withoutForbidden(content)),
    image: texts.image,
  };
}

export type DatedEpisode = Episode & { readonly date: number };

/** Those of the live view's drafts that have no date yet are left out. */
export function dated(episodes: readonly Episode[]): readonly DatedEpisode[] {
  return episodes.filter((episode): episode is DatedEpisode => episode.date !== undefined);
}

function named(author: Series['author']): Feed['author'] {
  return author && { name: withoutForbidden(author.name), url: author.url };
}

function contentOf(html: string): EntryContent {
  return { html, xml: once(() => encodeXml(html)) };
}
