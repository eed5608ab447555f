import { toAtom, toAtomArchive } from '#src/feeds/atom.ts';
import type { Feed, FeedDocument } from '#src/feeds/feed.ts';
import { cutHistory, type Archive } from '#src/feeds/history.ts';
import { toJsonFeed } from '#src/feeds/json-feed.ts';
import { toRss } from '#src/feeds/rss.ts';
import { createFeed, dated, type DatedEpisode } from '#src/feeds/site-feed.ts';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { feedForms, feedMediaTypes, type FeedForm } from '#src/site/feed-forms.ts';
import type { Series } from '#src/story/model.ts';
import type { Context } from './context.ts';
import { feedEntry } from './feed-entry.ts';
import { feedTexts } from './feed-texts.ts';

/** A file of a feed in the output. */
export interface FeedFile {
  /** Within the site, without a slash before it: `rss.xml`, `kiri-no-ajiro/feed.json`. */
  readonly path: string;
  readonly mediaType: string;
  /** What it is made of (`OutputKeys`). */
  readonly key: () => string;
  readonly bytes: () => Promise<FeedDocument>;
}

/** What a feed is of. */
interface Subject {
  /** Undefined for the whole site. */
  readonly series: Series | undefined;
  /** All there is of it, newest first. */
  readonly newest: readonly DatedEpisode[];
  readonly archives: readonly Archive<DatedEpisode>[];
}

const writers: Readonly<Record<FeedForm, (feed: Feed) => FeedDocument>> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};

/** Few enough for any limit on open files. */
const openFiles = 32;

/**
 * Every feed of the site in every form, and the history of each series. A series that was renamed
 * has its feeds under its former names as well: hosts lead on from pages only, and who follows it
 * would be lost.
 */
export function feedFiles(context: Context): readonly FeedFile[] {
  const { site } = context;
  const newest = dated(site.newest);
  const bySeries = Map.groupBy(newest, ({ seriesId }) => seriesId);
  const remember = rememberLast<Feed>();
  return [
    ...filesOf({ series: undefined, newest, archives: [] }, context, remember),
    ...site.series.flatMap((series) => {
      const own = bySeries.get(series.id) ?? [];
      const archives = cutHistory(own, site.settings.feeds.items);
      return filesOf({ series, newest: own, archives }, context, remember);
    }),
  ];
}

function filesOf(
  subject: Subject,
  context: Context,
  remember: (key: Subject, make: () => Promise<Feed>) => Promise<Feed>,
): readonly FeedFile[] {
  const { site, urls } = context;
  const { series, newest, archives } = subject;
  const address = (archive: string) => (series ? urls.feedArchive(series.id, archive) : '');
  const file = (
    path: string,
    form: FeedForm,
    episodes: readonly DatedEpisode[],
    previous: string | undefined,
    bytes: FeedFile['bytes'],
  ): FeedFile => {
    const within = decodeURIComponent(path.slice(urls.home.length));
    const key = () =>
      context.keys.list([within, previous, series && context.keys.told(series)], episodes);
    return { path: within, mediaType: feedMediaTypes[form], key, bytes };
  };
  const feed = async (episodes: readonly DatedEpisode[], previous: string | undefined) => {
    const entries = await mapConcurrently(episodes, openFiles, (one) => feedEntry(context, one));
    const source = { settings: site.settings, urls, series };
    const before = previous === undefined ? undefined : urls.absolute(address(previous));
    return createFeed(source, feedTexts(context, series), entries, before);
  };
  const latest = newest.slice(0, site.settings.feeds.items);
  const last = archives.at(-1)?.name;
  const current = () => remember(subject, () => feed(latest, last));
  const names = series === undefined ? [undefined] : [series.id, ...series.aliases];
  return [
    ...names.flatMap((name) =>
      feedForms.map((form) =>
        file(urls.feed(form, name), form, latest, last, async () => writers[form](await current())),
      ),
    ),
    ...archives.map(({ name, entries, previous }) =>
      file(address(name), 'atom', entries, previous, async () =>
        toAtomArchive(await feed(entries, previous), urls.absolute(address(name))),
      ),
    ),
  ];
}

/** The files of a feed are asked for one after the other; all feeds at once are not for memory. */
function rememberLast<T>(): (key: object, make: () => Promise<T>) => Promise<T> {
  let last: { readonly key: object; readonly value: Promise<T> } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
