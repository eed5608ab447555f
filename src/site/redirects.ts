import type { Episode, Series, Site } from '#src/story/model.ts';
import type { Urls } from './urls.ts';

/** A former address and where its page stands today. */
export interface Redirect {
  /** Segments of the former address, not encoded: `[series]` or `[series, slug]`. */
  readonly from: readonly string[];
  /** A path, as `Urls` gives it. */
  readonly to: string;
  /** In the Japanese notation, with the series' language. */
  readonly title: string;
  readonly language: string;
}

/**
 * All former addresses of what the site shows: each former series id leads on with all of its
 * episodes, under their present slugs and their former ones.
 */
export function redirects(site: Site, urls: Urls): readonly Redirect[] {
  return site.series.flatMap((series) => {
    const { language } = series;
    const title = (episode: Episode) => episode.title ?? series.title;
    const parts = [...series.readingOrder, ...series.notices];
    const ofSeries = series.aliases.map((alias) => {
      return { from: [alias], to: urls.series(series.id), title: series.title, language };
    });
    const ofEpisodes = parts.flatMap((episode) =>
      formerAddresses(series, episode).map((from) => {
        return { from, to: urls.episode(episode), title: title(episode), language };
      }),
    );
    return [...ofSeries, ...ofEpisodes];
  });
}

/**
 * The rules file that Netlify and Cloudflare Pages read (`<from> <to> 301`); other hosts serve
 * the stub pages.
 */
export function redirectRules(list: readonly Redirect[], urls: Urls): string {
  return list.map(({ from, to }) => `${formerPath(from, urls)} ${to} 301\n`).join('');
}

function formerPath([first = '', second]: readonly string[], urls: Urls): string {
  if (second === undefined) return urls.series(first);
  return urls.episode({ seriesId: first, slug: second });
}

function formerAddresses(series: Series, episode: Episode): readonly (readonly string[])[] {
  return [
    ...episode.aliases.map((slug) => [series.id, slug]),
    ...series.aliases.flatMap((id) => [episode.slug, ...episode.aliases].map((slug) => [id, slug])),
  ];
}
