import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ServedSite } from '#tests/support/serve.ts';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { phone } from './sample-pages.ts';
import { seriesFiles, serveSite } from './sites.ts';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
});

afterAll(() => browser.close());

it.each(['kujo-hokoku/10/', 'kiri-no-ajiro/02/', 'one-over/old-carried/'])(
  'the text of %s is there',
  async (path) => {
    const { page } = await openPage(context, inject('sampleUrl') + path);
    await setInBoxes(page);
    const texts = await page.locator('.text > p').all();
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(await text.isVisible()).toBe(true);
  },
);

it('the parts lead to one another, to their index and home', async () => {
  const url = inject('sampleUrl');
  const { page } = await openPage(context, `${url}kujo-hokoku/10/`);
  await setInBoxes(page);
  const navigation = page.locator('nav[data-series-nav]').first();
  await navigation.locator('summary').click();
  await navigation.getByRole('link', { name: '続編' }).last().click();
  expect(page.url()).toBe(`${url}kujo-hokoku/14/`);
  await page.locator('.turn a[rel=next]').last().click();
  expect(page.url()).toBe(`${url}kujo-hokoku/15/`);
  await page.locator('.turn .index').first().click();
  expect(new URL(page.url()).pathname).toBe('/kujo-hokoku/');
  await page.locator('[data-episode-list] a').first().click();
  expect(page.url()).toBe(`${url}kujo-hokoku/01/`);
  await page.locator('header.site > a').click();
  expect(page.url()).toBe(url);
});

it('arcs fold and unfold; the latest stands open', async () => {
  const { page } = await openPage(context, `${inject('sampleUrl')}kiri-no-ajiro/`);
  await setInBoxes(page);
  const links = page.locator('details').first().getByRole('link').first();
  expect(await links.isVisible()).toBe(false);
  expect(await page.locator('details').last().getByRole('link').first().isVisible()).toBe(true);
  await page.locator('summary').first().click();
  expect(await links.isVisible()).toBe(true);
});

describe('a former address', () => {
  let site: ServedSite;

  beforeAll(async () => {
    site = await serveSite(
      { ...seriesFiles('umi', 3, 'aliases: [sea]\n'), 'umi/2.md': renamed },
      '/novels/',
    );
  });

  afterAll(() => site.close());

  const renamed = '---\norder: 2\ndate: 2026-04-01\naliases: [two]\n---\n本文。\n';

  it.each([
    ['sea/', 'umi/'],
    ['sea/3/', 'umi/3/'],
    ['umi/two/', 'umi/2/'],
    ['sea/two/', 'umi/2/'],
  ])('%s leads to %s by itself', async (from, to) => {
    const { page, complaints } = await openPage(context, site.url + from);
    await page.waitForURL(site.url + to);
    expect(complaints).toEqual([]);
  });
});
