import { hash } from 'node:crypto';
import { Refusal } from '#src/command/refusal.ts';
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
const mostShares = 64;

/**
 * @param text - as it was typed: `2/5` is the second of five
 * @throws Refusal where it is none
 */
export function parseShare(text: string): Share {
  const [, number, of] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  const isShare = number !== undefined && of !== undefined && number >= 1 && number <= of;
  if (!isShare || of > mostShares) {
    throw new Refusal(`--shard takes a share such as 2/5, of at most ${mostShares}: ${text}`);
  }
  return { number, of };
}

/**
 * Deals the files of a site out to shares. A series goes to one of them whole, with its feeds and its
 * former addresses; what belongs to no series goes to the first, and pictures go by their names.
 *
 * @returns the number of the share that a file is in, by its path within the site
 */
export function dealFiles(site: Site, of: number): (path: string) => number {
  const shareOfFolder = new Map<string, number>();
  const series = site.series.toSorted((a, b) => compareTexts(a.id, b.id));
  const sizes = series.map(({ readingOrder, notices }) => readingOrder.length + notices.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  for (const [index, { id, aliases }] of series.entries()) {
    const size = sizes[index] ?? 0;
    const share = 1 + Math.floor(((before + size / 2) / total) * of);
    for (const name of [id, ...aliases]) shareOfFolder.set(name, share);
    before += size;
  }
  return (path) => {
    const [folder = ''] = path.split('/');
    if (folders.has(folder)) return 1 + (hashNumber(path) % of);
    return shareOfFolder.get(folder) ?? 1;
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
