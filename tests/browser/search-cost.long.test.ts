import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildSite, writeContent } from '#tests/support/build-site.ts';
import { drawnQueries, queryKinds } from '#tests/support/drawn-queries.ts';
import { readPlainSite, searchFor, type PlainSite } from '#tests/support/search-site.ts';
import { remixedFiles } from '#tests/support/remixed-files.ts';
import { serve, type ServedSite } from '#tests/support/serve.ts';
import { launchBrowser } from './launch.ts';
import { phone } from './sample-pages.ts';

const EPISODES = 150;
const LENGTH = 2700;

let browser: Browser;
let site: ServedSite;
let plain: PlainSite;
const sent: { path: string; bytes: number }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const sample = await readPlainSite(inject('sampleDir'));
  const files = remixedFiles(sample, { series: 1, episodes: EPISODES, length: LENGTH });
  const built = await buildSite(await writeContent(files));
  expect(built.code).toBe(0);
  plain = await readPlainSite(built.outDir);
  site = await serve(built.outDir, '/', (path, bytes) => sent.push({ path, bytes }));
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe(`a first query on a site of ${EPISODES} episodes of ${LENGTH} characters`, () => {
  const times: number[] = [];

  it.each(queryKinds)('loads at most 150 KB, its page and all: %s', async (kind) => {
    const queries = drawnQueries([...plain.episodes.values()].flat(), kind);
    const query = queries[Math.floor(queries.length / 2)] ?? '';
    sent.length = 0;
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.goto(`${site.url}search/`, { waitUntil: 'networkidle' });
    const { paths, time } = await searchFor(page, query);
    // Excerpts come when they are seen.
    await page.waitForTimeout(400);
    expect(paths).toEqual(plain.find(query));
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150_000);
    times.push(time);
    await context.close();
  });

  it('takes at most 100 ms to its results, once the page is loaded', () => {
    expect(times).toHaveLength(queryKinds.length);
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(100);
  });
});
