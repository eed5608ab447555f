import { describe, expect, it } from 'vitest';
import { addressBook } from '#src/site/address-book.ts';
import { archivePages } from '#src/site/archive-pages.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { episode, later, manuscript } from '#tests/support/manuscript.ts';

const urls = createUrls({ url: 'https://example.org/novels/' });
const site = assembleSite(
  manuscript({
    episodes: [
      episode(1, { date: Date.UTC(2024, 5, 1) }),
      // Already 2026 in Tokyo, where the site is.
      episode(2, { date: Date.UTC(2025, 11, 31, 20) }),
    ],
  }),
  { now: later, show: 'published' },
);
const leadsSomewhere = addressBook(site, urls, ['/地図.pdf', '/a b.pdf', '/favicon.svg']);

describe('the archive', () => {
  it('has the newest year at its root and each other year below', () => {
    expect(archivePages(site, urls).map(({ path }) => path)).toEqual([
      '/novels/archive/',
      '/novels/archive/2024/',
    ]);
  });
});

describe('an address of the site', () => {
  it.each(['/', '/archive/', '/archive', '/archive/2024/', '/archive/?x#y', '/sitemap.xml'])(
    '%s leads somewhere',
    (path) => {
      expect(leadsSomewhere(path)).toBe(true);
    },
  );

  it.each(['/robots.txt', '/favicon.svg', '/地図.pdf', '/a b.pdf', '/a%20b.pdf'])(
    '%s is a file',
    (path) => {
      expect(leadsSomewhere(path)).toBe(true);
      expect(leadsSomewhere(encodeURI(decodeURI(path)).normalize('NFD'))).toBe(true);
    },
  );

  it.each(['/archive/2026/', '/archive/2025/', '/nothing/', '/favicon', '/%E3%81/'])(
    '%s leads nowhere',
    (path) => {
      expect(leadsSomewhere(path)).toBe(false);
    },
  );
});
