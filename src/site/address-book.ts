import type { Manuscript } from '#src/manuscript/manuscript.ts';
import type { Urls } from './urls.ts';

/**
 * Tells whether an address of the site (`/…`, without the base path, as a writer writes it) leads
 * somewhere.
 *
 * @param publicFiles - paths of the files that are served as they are, each beginning with `/`
 */
export function addressBook(
  manuscript: Manuscript,
  urls: Urls,
  publicFiles: readonly string[],
): (path: string) => boolean {
  const known = new Set([
    urls.home,
    urls.archive(),
    urls.sitemap,
    ...manuscript.series.map((series) => urls.series(series.id)),
    ...manuscript.episodes.map((episode) => urls.episode(episode)),
    ...manuscript.pages.map((page) => urls.page(page.slug)),
    ...publicFiles.map((path) => urls.within(path)),
  ]);
  return (path) => {
    const [address = ''] = path.split(/[?#]/);
    const full = normalise(urls.within(address));
    return known.has(full) || known.has(`${full}/`);
  };
}

// A writer may type an address encoded or not.
function normalise(path: string): string {
  try {
    return encodeURI(decodeURI(path)).normalize('NFC');
  } catch {
    return path;
  }
}
