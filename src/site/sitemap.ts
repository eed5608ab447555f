/** A page of the site for search engines. */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  /** RFC 3339. */
  readonly modified?: string | undefined;
}

/**
 * https://www.sitemaps.org/protocol.html. A file may hold 50,000 addresses; of a larger site search
 * engines read so many and follow the links from there.
 */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, modified }) => {
    const lastmod = modified === undefined ? '' : `<lastmod>${modified}</lastmod>`;
    return `<url><loc>${escapeXml(url)}</loc>${lastmod}</url>\n`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
    `${urls.join('')}</urlset>\n`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
