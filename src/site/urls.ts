import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import { feedFileNames, type FeedForm } from './feed-forms.ts';
import { fragments } from './fragments.ts';

/** What names an episode's address. */
export interface EpisodeAddress {
  readonly seriesId: string;
  readonly slug: string;
}

/**
 * Every address of the site, each spelled here and nowhere else. All are paths from the host's
 * root, with the base path, percent-encoded, ready for an `href`.
 */
export interface Urls {
  readonly home: string;
  readonly archive: (year?: number) => string;
  readonly page: (slug: string) => string;
  readonly series: (id: string) => string;
  /** Where the table of contents begins on a series' index. */
  readonly contents: (id: string) => string;
  readonly episode: (address: EpisodeAddress) => string;
  readonly image: (fileName: string) => string;
  /** The picture that stands for a page where its address is shared. */
  readonly card: (fileName: string) => string;
  /** The page that explains feeds and lists them, or the place of a series there. */
  readonly feeds: (seriesId?: string) => string;
  /** A feed of the site, or of a series. */
  readonly feed: (form: FeedForm, seriesId?: string) => string;
  /** A part of a series' history, by the name that `src/feeds/history.ts` gives it. */
  readonly feedArchive: (seriesId: string, name: string) => string;
  readonly search: string;
  /** The folder of what the search page loads. */
  readonly searchFiles: string;
  readonly sitemap: string;
  readonly favicon: string;
  /** A path within the site as a writer wrote it: `/archive/`, or `/archive` for the same page. */
  readonly within: (path: string) => string;
  /** The absolute address of one of the paths above. */
  readonly absolute: (path: string) => string;
}

/** The folder at the top of the site with what the search page loads. */
export const searchFolder = 'pagefind';

/** The folders at the top of the site with what is made of images, and with the cards of pages. */
export const pictureFolders = { images: 'images', cards: 'cards' } as const;

export function createUrls(settings: Pick<SiteSettings, 'url'>): Urls {
  const root = new URL(settings.url);
  const base = root.pathname;
  const folder = (...segments: string[]) =>
    `${base}${segments.map((segment) => `${encodeURIComponent(segment)}/`).join('')}`;
  return {
    home: base,
    archive: (year) => (year === undefined ? folder('archive') : folder('archive', String(year))),
    page: (slug) => folder(slug),
    series: (id) => folder(id),
    contents: (id) => `${folder(id)}#${fragments.contents}`,
    episode: ({ seriesId, slug }) => folder(seriesId, slug),
    image: (fileName) => folder(pictureFolders.images) + encodeURIComponent(fileName),
    card: (fileName) => folder(pictureFolders.cards) + encodeURIComponent(fileName),
    feeds: (seriesId) =>
      folder('feeds') + (seriesId === undefined ? '' : `#${encodeURIComponent(seriesId)}`),
    feed: (form, seriesId) => {
      return `${seriesId === undefined ? base : folder(seriesId)}${feedFileNames[form]}`;
    },
    feedArchive: (seriesId, name) => `${folder(seriesId)}atom-${name}.xml`,
    search: folder('search'),
    searchFiles: folder(searchFolder),
    sitemap: `${base}sitemap.xml`,
    favicon: `${base}favicon.svg`,
    within: (path) => base + withLastSlash(path.replace(/^\/+/, '')),
    absolute: (path) => new URL(path, root).href,
  };
}

// A page's address ends with a slash, and a file's name has an ending.
function withLastSlash(path: string): string {
  return path.replace(/^((?:[^?#]*\/)?[^./?#]+)(?=[?#]|$)/, '$1/');
}

/** The base path of the site: `/` or `/novels/`. */
export function basePath(settings: Pick<SiteSettings, 'url'>): string {
  return new URL(settings.url).pathname;
}
