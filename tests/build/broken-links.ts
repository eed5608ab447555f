import {
  attribute,
  attributes,
  elements,
  textOf,
  type Built,
  type Element,
} from './built-pages.ts';

/** Attributes that hold an address. */
const addressed = ['href', 'src', 'poster', 'action', 'data'] as const;

/**
 * Every address in an output that leads nowhere, as `page: address`: links, images, scripts and
 * style sheets of all pages, their canonical and Open Graph addresses, redirects, fragments, the
 * sitemap, robots.txt and what style sheets load. Of other hosts only `<a>` may be: anything else
 * counts as broken.
 *
 * @param url - the site's address, as in site.yaml
 */
export function brokenLinks(built: Built, url: string): readonly string[] {
  const targets = createTargets(built, url);
  const broken = (from: string, hrefs: readonly string[]) =>
    hrefs.filter((href) => !targets.has(href, from)).map((href) => `${from}: ${href}`);

  const ofPages = [...built.pages].flatMap(([path, page]) => {
    // What has an address of another host is told, unless a reader has to click on it.
    const hrefs = elements(page).flatMap((one) =>
      isOutside(one, url) ? [] : [...addressesOf(one), ...refreshOf(one), ...cardOf(one)],
    );
    return broken(path, hrefs);
  });
  const ofSheets = [...built.files.keys()]
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => {
      const loaded = built.text(path).matchAll(/url\(["']?([^"')]+)/g);
      return broken(path, [...loaded].map(([, href = '']) => href).filter(isNoData));
    });
  const listed = built.text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g);
  const rules = built.text('_redirects').split('\n').filter(Boolean);
  return [
    ...ofPages,
    ...ofSheets,
    ...broken(
      'sitemap.xml',
      [...listed].map(([, href = '']) => href),
    ),
    ...broken(
      '_redirects',
      rules.flatMap((rule) => rule.split(' ').slice(0, 2)),
    ),
    ...broken('robots.txt', /(?<=Sitemap: ).*/.exec(built.text('robots.txt')) ?? ['no sitemap']),
  ];
}

/** The path of the file that an address of the site stands for, or undefined. */
export function fileAt(built: Built, url: string, href: string, from = ''): string | undefined {
  const site = new URL(url);
  const target = new URL(href, new URL(from, site));
  if (target.origin !== site.origin || !target.pathname.startsWith(site.pathname)) return undefined;
  const path = decodeURIComponent(target.pathname.slice(site.pathname.length));
  const isFolder = path === '' || path.endsWith('/');
  const file = isFolder ? `${path}index.html` : path;
  return built.files.has(file) ? file : undefined;
}

function createTargets(built: Built, url: string) {
  const ids = new Map(
    [...built.pages].map(([path, page]) => [path, new Set(attributes(elements(page), 'id'))]),
  );
  return {
    has(href: string, from: string): boolean {
      const file = fileAt(built, url, href, from);
      const { hash } = new URL(href, new URL(from, url));
      if (file === undefined || hash === '') return file !== undefined;
      const page = file.replace(/(^|\/)index\.html$/, '$1');
      return ids.get(page)?.has(decodeURIComponent(hash.slice(1))) === true;
    },
  };
}

function isOutside(one: Element, url: string): boolean {
  const href = attribute(one, 'href') ?? '';
  const isLink = one.tagName === 'a' && /^[a-z]+:/i.test(href);
  return isLink && !href.startsWith(new URL(url).origin);
}

function addressesOf(one: Element): readonly string[] {
  const own = addressed.flatMap((name) => attribute(one, name) ?? []);
  const sets = attribute(one, 'srcset')?.split(',') ?? [];
  return [...own, ...sets.map((item) => item.trim().split(/\s/)[0] ?? '')];
}

function refreshOf(one: Element): readonly string[] {
  if (attribute(one, 'http-equiv') !== 'refresh') return [];
  return [attribute(one, 'content')?.replace(/^\d+; *url=/, '') ?? ''];
}

function cardOf(one: Element): readonly string[] {
  if (attribute(one, 'type') === 'application/ld+json') {
    return [...textOf(one).matchAll(/"(?:@id|image)":"([^"]*)"/g)].map(([, href = '']) => href);
  }
  const names = ['og:url', 'og:image'];
  return names.includes(attribute(one, 'property') ?? '') ? [attribute(one, 'content') ?? ''] : [];
}

function isNoData(href: string): boolean {
  return !href.startsWith('data:') && !href.startsWith('#');
}
