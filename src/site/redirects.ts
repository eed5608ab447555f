import type { Episode, Series, Site } from '#src/story/model.ts';
import type { EpisodeAddress, Urls } from './urls.ts';

/** A former address and where its page stands today. */
export interface Redirect {
  /** Segments of the former address, not encoded: `[series]` or `[series, slug]`. */
  readonly from: readonly string[];
  /** The same as a path, as `Urls` gives it. */
  readonly path: string;
  /** The path of today. */
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
      const from = [alias];
      const path = urls.series(alias);
      return { from, path, to: urls.series(series.id), title: series.title, language };
    });
    const ofEpisodes = parts.flatMap((episode) =>
      formerAddresses(series, episode).map((from) => {
        const path = urls.episode(from);
        const to = urls.episode(episode);
        return { from: [from.seriesId, from.slug], path, to, title: title(episode), language };
      }),
    );
    return [...ofSeries, ...ofEpisodes];
  });
}

/**
 * The rules file that Netlify and Cloudflare Pages read (`<from> <to> 301`); other hosts serve
 * the stub pages.
 */
export function redirectRules(list: readonly Redirect[]): string {
  return list.map(({ path, to }) => `${path} ${to} 301\n`).join('');
}

/** Every address at which an episode is found but its own, oldest first. */
export function formerAddresses(
  series: Pick<Series, 'id' | 'aliases'>,
  episode: Pick<Episode, 'slug' | 'aliases'>,
): readonly EpisodeAddress[] {
  const at = (seriesId: string) => (slug: string) => ({ seriesId, slug });
  return [
    ...episode.aliases.map(at(series.id)),
    ...series.aliases.flatMap((id) => [episode.slug, ...episode.aliases].map(at(id))),
  ];
}
