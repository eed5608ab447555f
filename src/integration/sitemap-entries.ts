import type { SitemapEntry } from '#src/site/sitemap.ts';
import { archivePages } from '#src/site/archive-pages.ts';
import type { Context } from './context.ts';

/** Every page that a search engine should know, with the date of what last changed on it. */
export function sitemapEntries(context: Context): readonly SitemapEntry[] {
  const { site, urls } = context;
  const { format } = context.words(site.settings.language);
  const entry = (path: string, moments: readonly (number | undefined)[] = []): SitemapEntry => {
    const known = moments.filter((moment) => moment !== undefined);
    const modified = known.length > 0 ? format.timestamp(Math.max(...known)) : undefined;
    return { url: urls.absolute(path), modified };
  };
  return [
    entry(urls.home, [site.newest[0]?.date]),
    ...archivePages(site, urls).map(({ path, year }) =>
      entry(path, [year?.months[0]?.episodes[0]?.date]),
    ),
    entry(urls.feeds()),
    ...site.pages.map((page) => entry(urls.page(page.slug))),
    ...site.series.flatMap((series) => {
      const parts = [...series.readingOrder, ...series.notices];
      return [
        entry(
          urls.series(series.id),
          parts.map(({ date }) => date),
        ),
        ...parts.map((episode) => entry(urls.episode(episode), [episode.date, episode.updated])),
      ];
    }),
  ];
}
