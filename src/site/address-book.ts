import { decodePercent } from '#src/manuscript/local-path.ts';
import type { Site } from '#src/story/model.ts';
import { archivePages } from './archive-pages.ts';
import { feedForms } from './feed-forms.ts';
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
  const known = new Set(
    [
      urls.home,
      urls.sitemap,
      urls.feeds(),
      ...[undefined, ...site.series.map(({ id }) => id)].flatMap((id) =>
        feedForms.map((form) => urls.feed(form, id)),
      ),
      urls.within('/robots.txt'),
      ...archivePages(site, urls).map(({ path }) => path),
      ...publicFiles.map((path) => urls.within('/') + path.slice(1)),
    ].map(comparable),
  );
  return (path) => known.has(comparable(urls.within(path)));
}

// A writer may type an address encoded or not, and composed or not.
function comparable(path: string): string {
  const [address = ''] = path.split(/[?#]/);
  return decodePercent(address).normalize('NFC');
}
