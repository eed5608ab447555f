import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  absentQueries,
  drawnQueries,
  queryKinds,
  randomStretches,
} from '#tests/support/drawn-queries.ts';
import type { PlainBlock } from '#tests/support/plain-search.ts';
import { readPlainSite, searchFor, type PlainSite } from '#tests/support/search-site.ts';
import { launchBrowser } from './launch.ts';

/**
 * The search page of the built sample against a search through the pages themselves. The queries are
 * drawn from the text by kind, so that whatever the sample comes to say is searched for.
 */

let browser: Browser;
let page: Page;
let site: PlainSite;
let blocks: readonly PlainBlock[];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
  await page.goto(`${inject('sampleUrl')}search/`);
  site = await readPlainSite(inject('sampleDir'));
  blocks = [...site.episodes.values()].flat();
});

afterAll(() => browser.close());

describe('search finds exactly what the pages say', () => {
  it.each(queryKinds)('%s', async (kind) => {
    const queries = drawnQueries(blocks, kind);
    expect(queries.length).toBeGreaterThanOrEqual(10);
    for (const query of queries) await expectExact(query, 'some');
  });

  it('absent', async () => {
    const queries = absentQueries(blocks, (query) => site.find(query).length > 0);
    expect(queries.length).toBeGreaterThanOrEqual(8);
    for (const query of queries) await expectExact(query, 'none');
  });

  it('500 random stretches of the text', async () => {
    const queries = randomStretches(blocks, 500);
    expect(queries).toHaveLength(500);
    for (const query of queries) await expectExact(query, 'some');
  });
});

async function expectExact(query: string, amount: 'some' | 'none'): Promise<void> {
  const paths = site.find(query);
  expect([query, paths.length > 0]).toEqual([query, amount === 'some']);
  const shown = await searchFor(page, query);
  expect([query, shown.count, shown.paths]).toEqual([query, String(paths.length), paths]);
}
