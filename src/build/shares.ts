import { hash } from 'node:crypto';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import { pictureFolders } from '#src/site/urls.ts';
import type { Site } from '#src/story/model.ts';

/** One of several parts that a site is built in, each by a machine of its own. */
export interface Share {
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

/** More are of no use: what every share has to do takes longer by then. */
export const mostShares = 64;

/**
 * @param text - as it was typed: `2/5` is the second of five
 * @returns undefined where it is none
 */
export function parseShare(text: string): Share | undefined {
  const [, number, of] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  if (number === undefined || of === undefined) return undefined;
  return number >= 1 && number <= of && of <= mostShares ? { number, of } : undefined;
}

/**
 * Deals the files of a site out to shares. Pages of series go one after the other, so that a long series
 * is dealt to several. What else is of a series, its feeds and its former addresses, goes where its index
 * goes; what belongs to no series goes to the first share, and pictures go by their names.
 *
 * @returns the number of the share that a file is in, by its path within the site
 */
export function dealFiles(site: Site, of: number): (path: string) => number {
  const series = site.series.toSorted((a, b) => compareTexts(a.id, b.id));
  const pages = series.flatMap(({ id, aliases, readingOrder, notices }) => [
    [id, ...aliases],
    ...[...readingOrder, ...notices].map(({ slug }) => [`${id}/${slug}`]),
  ]);
  const shareOfPage = new Map(
    pages.flatMap((names, nth) => names.map((name) => [name, dealNth(nth, pages.length, of)])),
  );
  return (path) => {
    const [folder = '', page = ''] = path.split('/');
    if (folders.has(folder)) return 1 + (hashNumber(path) % of);
    return shareOfPage.get(`${folder}/${page}`) ?? shareOfPage.get(folder) ?? 1;
  };
}

/** The share of the nth of so many things that can be made one by one. */
export function dealNth(nth: number, count: number, of: number): number {
  return 1 + Math.floor((nth * of) / count);
}

const folders: ReadonlySet<string> = new Set(Object.values(pictureFolders));

function hashNumber(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, 8), 16);
}
