import { archiveByYear } from '#src/story/archive.ts';
import type { Site } from '#src/story/model.ts';
import { createFormatter } from './format.ts';
import { redirects } from './redirects.ts';
import type { Urls } from './urls.ts';

/**
 * Tells whether an address of the site (`/…`, without the base path, as a writer writes it) that is
 * neither a text nor a series leads somewhere.
 *
 * @param site - as readers get it
 * @param publicFiles - paths of the files that are served as they are, each beginning with `/`
 */
export function addressBook(
  site: Site,
  urls: Urls,
  publicFiles: readonly string[],
): (path: string) => boolean {
  const format = createFormatter(site.settings.language, site.settings.timezone);
  const known = new Set([
    urls.home,
    urls.archive(),
    urls.sitemap,
    ...archiveByYear(site.newest, format.calendar).map(({ year }) => urls.archive(year)),
    ...redirects(site, urls).map((redirect) => redirect.path),
    ...publicFiles.map((path) => urls.within(path)),
  ]);
  return (path) => {
    const [address = ''] = path.split(/[?#]/);
    const full = encoded(urls.within(address));
    return known.has(full) || known.has(`${full}/`);
  };
}

// A writer may type an address encoded or not.
function encoded(path: string): string {
  try {
    return encodeURI(decodeURI(path)).normalize('NFC');
  } catch {
    return path;
  }
}
