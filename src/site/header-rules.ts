import { feedForms, feedMediaTypes, type FeedForm } from './feed-forms.ts';
import type { Urls } from './urls.ts';

/** Where headers are sent, as a pattern of Netlify and Cloudflare Pages, and which. */
interface Rule {
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const askedAnew = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

/**
 * The file of rules that Netlify and Cloudflare Pages read (`_headers`). What bears its content in its
 * name is kept for a year; pages and all else are asked for anew each time, as both hosts do where no
 * rule says otherwise. One pattern has one `Cache-Control`: where two match, these hosts differ.
 * https://developers.cloudflare.com/pages/configuration/headers/
 * https://docs.netlify.com/manage/routing/headers/
 *
 * @param revalidated - paths of further files that keep their name when they change
 */
export function headerRules(urls: Urls, revalidated: readonly string[]): string {
  const { home } = urls;
  const inSeries = (path: (id: string) => string) =>
    path('id').replace(`${home}id/`, `${home}:series/`);
  const feed = (form: FeedForm): readonly Rule[] => {
    const headers = { 'Content-Type': feedType(form), ...askedAnew };
    const patterns = [urls.feed(form), inSeries((id) => urls.feed(form, id))];
    return patterns.map((pattern) => ({ pattern, headers }));
  };
  const rules: readonly Rule[] = [
    { pattern: `${home}*`, headers: ofAll },
    { pattern: `${home}_astro/*`, headers: forGood },
    { pattern: urls.image('*'), headers: forGood },
    { pattern: urls.card('*'), headers: forGood },
    // Not the list of the groups, which lies beside their folders.
    { pattern: `${urls.searchFiles}:group/:file`, headers: forGood },
    { pattern: home, headers: askedAnew },
    ...feedForms.flatMap(feed),
    {
      pattern: inSeries((id) => urls.feedArchive(id, '*')),
      headers: { 'Content-Type': feedType('atom'), ...askedAnew },
    },
    ...[urls.sitemap, ...revalidated].map((pattern) => ({ pattern, headers: askedAnew })),
  ];
  return rules.map(written).join('');
}

/** What a page's own policy, a `<meta>`, cannot say (CSP 3, section 3.3), and what is no policy. */
const ofAll = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

function feedType(form: FeedForm): string {
  return `${feedMediaTypes[form]}; charset=utf-8`;
}

function written({ pattern, headers }: Rule): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${pattern}\n${lines.join('')}`;
}
