import { toAtom, toAtomArchive } from '#src/feeds/atom.ts';
import type { Feed, FeedDocument } from '#src/feeds/feed.ts';
import { cutHistory, type Archive } from '#src/feeds/history.ts';
import { toJsonFeed } from '#src/feeds/json-feed.ts';
import { toRss } from '#src/feeds/rss.ts';
import { createFeed, dated, type DatedEpisode } from '#src/feeds/site-feed.ts';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { rememberLatest } from '#src/manuscript/remember.ts';
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
  // The forms of a feed are asked for one after the other; all feeds at once are not for memory.
  const read = rememberLatest((stretch: Stretch) => readFeed(context, stretch), 1);
  return [
    ...filesOf({ series: undefined, newest, archives: [] }, context, read),
    ...site.series.flatMap((series) => {
      const own = bySeries.get(series.id) ?? [];
      const archives = cutHistory(own, site.settings.feeds.items);
      return filesOf({ series, newest: own, archives }, context, read);
    }),
  ];
}

/** What one document holds of a feed's history. */
interface Stretch {
  /** Undefined for the whole site. */
  readonly series: Series | undefined;
  readonly episodes: readonly DatedEpisode[];
  /** The name of the archive before it. */
  readonly previous: string | undefined;
}

async function readFeed(context: Context, { series, episodes, previous }: Stretch): Promise<Feed> {
  const { site, urls } = context;
  const entries = await mapConcurrently(episodes, openFiles, (one) => feedEntry(context, one));
  const source = { settings: site.settings, urls, series };
  const before =
    series && previous !== undefined
      ? urls.absolute(urls.feedArchive(series.id, previous))
      : undefined;
  return createFeed(source, feedTexts(context, series), entries, before);
}

function filesOf(
  { series, newest, archives }: Subject,
  { site, urls, keys }: Context,
  read: (stretch: Stretch) => Promise<Feed>,
): readonly FeedFile[] {
  const file = (
    path: string,
    form: FeedForm,
    { episodes, previous }: Stretch,
    bytes: FeedFile['bytes'],
  ): FeedFile => {
    const within = decodeURIComponent(path.slice(urls.home.length));
    const key = () => keys.list([within, previous, series && keys.told(series)], episodes);
    return { path: within, mediaType: feedMediaTypes[form], key, bytes };
  };
  const latest: Stretch = {
    series,
    episodes: newest.slice(0, site.settings.feeds.items),
    previous: archives.at(-1)?.name,
  };
  const names = series === undefined ? [undefined] : [series.id, ...series.aliases];
  const current = names.flatMap((name) =>
    feedForms.map((form) =>
      file(urls.feed(form, name), form, latest, async () => writers[form](await read(latest))),
    ),
  );
  if (series === undefined) return current;
  const ofHistory = archives.map(({ name, entries, previous }) => {
    const path = urls.feedArchive(series.id, name);
    const stretch = { series, episodes: entries, previous };
    const bytes = async () => toAtomArchive(await read(stretch), urls.absolute(path));
    return file(path, 'atom', stretch, bytes);
  });
  return [...current, ...ofHistory];
}
