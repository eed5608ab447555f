import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { headerRules } from '#src/site/header-rules.ts';
import { createUrls } from '#src/site/urls.ts';
import { attribute, build, elements, type Built } from './built-pages.ts';
import { headersFor, onCloudflare, onNetlify, readHeaders, type Headers } from './host-headers.ts';
import { episode, episodes, series, site } from './writing.ts';

const forGood = 'public, max-age=31536000, immutable';
const askedAnew = 'public, max-age=0, must-revalidate';

const hosts = { Cloudflare: onCloudflare, Netlify: onNetlify } as const;
const sites = { 'at the top': 'https://example.org/', below: 'https://example.org/novels/' };

let built: Built;

beforeAll(async () => {
  const background = { r: 10, g: 20, b: 30 };
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background } })
    .png()
    .toBuffer();
  built = await build({
    ...site({ url: sites.below }),
    ...series(
      '雨の日',
      { aliases: ['雨'] },
      { '傘.png': picture, '1.md': episode(1, { aliases: ['one'] }, '![傘](傘.png)') },
    ),
    ...series('atom-x', {}, episodes(2)),
  });
});

const everywhere = (['at the top', 'below'] as const).flatMap((place) =>
  (['Cloudflare', 'Netlify'] as const).map((host) => [place, host] as const),
);

describe.each(everywhere)('headers of a site %s of %s', (place, host) => {
  it('give what bears its content in its name a year, and nothing else', () => {
    for (const [path, headers] of sent(place, host)) {
      const isHashed = /^(_astro|images|cards)\/|^pagefind\/[0-9a-f]{10}\//.test(path);
      // Both hosts have what no rule is about asked for anew.
      const cache = headers.get('cache-control') ?? [askedAnew];
      expect(cache, path).toEqual([isHashed ? forGood : askedAnew]);
    }
  });

  it('have kinds of each that matters', () => {
    const paths = [...sent(place, host).keys()];
    for (const kind of [/^_astro\/.*\.css$/, /^images\//, /^pagefind\/\w+\/.*grams$/]) {
      expect(paths.filter((path) => kind.test(path))).not.toEqual([]);
    }
    expect(paths).toEqual(
      expect.arrayContaining(['index.html', '雨の日/1/index.html', 'pagefind/manifest.pack']),
    );
  });

  it('say once of every file what no page can say of itself', () => {
    for (const [path, headers] of sent(place, host)) {
      expect(headers.get('content-security-policy'), path).toEqual(["frame-ancestors 'none'"]);
      expect(headers.get('x-content-type-options'), path).toEqual(['nosniff']);
      expect(headers.get('referrer-policy'), path).toEqual(['strict-origin-when-cross-origin']);
    }
  });

  it('name the type of feeds, and leave all other types to the host', () => {
    const types = new Map(
      ['rss+xml', 'atom+xml', 'feed+json'].map((type) => [
        type,
        `application/${type}; charset=utf-8`,
      ]),
    );
    const typeOf = (path: string) => headersAt(place, host, path).get('content-type');
    for (const folder of ['', '雨の日/', 'atom-x/']) {
      expect(typeOf(`${folder}rss.xml`)).toEqual([types.get('rss+xml')]);
      expect(typeOf(`${folder}atom.xml`)).toEqual([types.get('atom+xml')]);
      expect(typeOf(`${folder}feed.json`)).toEqual([types.get('feed+json')]);
      expect(headersAt(place, host, `${folder}rss.xml`).get('cache-control')).toEqual([askedAnew]);
    }
    expect(typeOf('雨の日/atom-2026-1.xml')).toEqual([types.get('atom+xml')]);
    const typed = [...sent(place, host)].filter(([, headers]) => headers.has('content-type'));
    const isFeed = (path: string) => /(^|\/)(rss\.xml|atom(-.*)?\.xml|feed\.json)$/.test(path);
    expect(typed.filter(([path]) => !isFeed(path)).map(([path]) => path)).toEqual([]);
  });
});

describe('the file of headers', () => {
  it('is in the output, with the base path of the site', () => {
    expect(built.text('_headers')).toBe(rulesOf('below'));
  });

  it('stays within what Cloudflare takes, however long a series is', () => {
    const text = built.text('_headers');
    const rules = readHeaders(text);
    expect(rules.length).toBeLessThan(30);
    expect(rules.filter(({ pattern }) => pattern.split('*').length > 2)).toEqual([]);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  });

  it('adds to the policy of a page without taking anything from it', () => {
    const policies = readHeaders(built.text('_headers')).flatMap(({ headers }) =>
      headers.filter(([name]) => name === 'content-security-policy').map(([, value]) => value),
    );
    // Of two policies the stricter holds: the one that is sent may say nothing of what is loaded.
    const said = policies.flatMap((policy) =>
      policy.split(';').map((one) => one.trim().split(' ')[0]),
    );
    expect(said).toEqual(['frame-ancestors']);
    const [meta] = elements(built.page(''), 'meta', 'http-equiv');
    expect(meta && attribute(meta, 'content')).not.toContain('frame-ancestors');
  });
});

/** The same files with the rules of a site at that place. */
function rulesOf(place: keyof typeof sites): string {
  const urls = createUrls({ url: sites[place] });
  return headerRules(urls, [`${urls.searchFiles}manifest.pack`]);
}

/** What each file of the output is sent with, by its path in the output. */
function sent(place: keyof typeof sites, host: keyof typeof hosts): ReadonlyMap<string, Headers> {
  const served = [...built.files.keys()].filter((path) => !/^_(headers|redirects)$/.test(path));
  return new Map(served.map((path) => [path, headersAt(place, host, path)]));
}

function headersAt(place: keyof typeof sites, host: keyof typeof hosts, path: string): Headers {
  const page = encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));
  const address = new URL(sites[place]).pathname + page;
  return headersFor(readHeaders(rulesOf(place)), address, hosts[host]);
}
