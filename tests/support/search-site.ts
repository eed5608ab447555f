import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readTree } from './build-site.ts';
import { plainBlocks, plainMatch, type PlainBlock } from './plain-search.ts';

/** A built site as its readers could search it by reading it through. */
export interface PlainSite {
  /** By the path of each episode: `/story/01/`. */
  readonly episodes: ReadonlyMap<string, readonly PlainBlock[]>;
  /** The paths of the episodes that answer a query, sorted. */
  readonly find: (query: string) => readonly string[];
}

export async function readPlainSite(folder: string): Promise<PlainSite> {
  const names = [...(await readTree(folder)).keys()].filter((name) => name.endsWith('index.html'));
  const episodes = new Map<string, readonly PlainBlock[]>();
  for (const name of names) {
    const html = await readFile(join(folder, name), 'utf8');
    if (!html.includes('data-episode=')) continue;
    episodes.set(`/${name.replace(/index\.html$/, '')}`, plainBlocks(html));
  }
  return {
    episodes,
    find: (query) =>
      [...episodes].flatMap(([path, blocks]) => (plainMatch(blocks, query) ? [path] : [])).sort(),
  };
}

/** What a page shows for a query: the number, and the paths of the episodes, sorted. */
export interface ShownResults {
  readonly count: string;
  readonly paths: readonly string[];
  /** From the query to its results, in milliseconds. */
  readonly time: number;
}

/** Types a query into the field of the search page, and waits until the search has finished. */
export async function searchFor(page: Page, query: string): Promise<ShownResults> {
  return page.evaluate(async (text) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]');
    const count = document.querySelector('[data-search-count]');
    if (field?.form == null || count === null) throw new Error('not the search page');
    const start = performance.now();
    field.value = text;
    field.form.requestSubmit();
    while (count.textContent === '') await new Promise((resolve) => setTimeout(resolve, 2));
    const time = performance.now() - start;
    const links = document.querySelectorAll<HTMLAnchorElement>('[data-search-results] a[href]');
    const paths = [...links].map(({ href }) => decodeURI(new URL(href).pathname));
    return { count: count.textContent.replace(/[^0-9]/g, ''), paths: paths.sort(), time };
  }, query);
}
