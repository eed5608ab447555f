import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { countStops, tabThrough, type Stop } from './keyboard.ts';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { desk, everyKind, phone } from './sample-pages.ts';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: phone });
});

afterAll(() => browser.close());

async function open(path: string): Promise<Page> {
  const { page } = await openPage(context, inject('sampleUrl') + path);
  await setInBoxes(page);
  return page;
}

/** Behind the other on the same line, or on a later line. */
function isReadAfter(stop: Stop, before: Stop): boolean {
  const isSameLine = stop.across < before.acrossEnd - 1 && stop.acrossEnd > before.across + 1;
  return isSameLine ? stop.along >= before.along : stop.across >= before.across;
}

it.each(everyKind)('%s is gone through as it is read, every stop seen', async (_, path) => {
  const page = await open(path);
  await expectGoodTour(page);
  await page.close();
});

it.each([
  ['horizontal', 'kujo-hokoku/10/'],
  ['vertical', 'kiri-no-ajiro/02/'],
])('so is a wide %s page, whose navigation cannot fold', async (_, path) => {
  const page = await open(path);
  await page.setViewportSize(desk);
  await expectGoodTour(page);
  const navigation = page.locator('nav[data-series-nav]').first();
  expect(await navigation.locator('summary').isVisible()).toBe(false);
  for (const link of await navigation.locator('a').all()) expect(await link.isVisible()).toBe(true);
  await page.close();
});

async function expectGoodTour(page: Page): Promise<void> {
  const stops = await tabThrough(page);
  expect(stops.map(({ place }) => place)).toEqual([...stops.keys()]);
  expect(stops).toHaveLength(await countStops(page));
  const outOfOrder = stops.filter((stop, i) => {
    const before = stops[i - 1];
    return i > 1 && before !== undefined && !isReadAfter(stop, before);
  });
  expect(outOfOrder).toEqual([]);
  const unseen = stops.filter(
    ({ outline, isInWindow }) =>
      outline.width < 2 || outline.style === 'none' || !outline.isSeen || !isInWindow,
  );
  expect(unseen).toEqual([]);
}

it.each(everyKind)('%s begins with a link that skips to the text', async (_, path) => {
  const page = await open(path);
  const skip = page.locator('.skip');
  await page.keyboard.press('Tab');
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect(await skip.evaluate((link) => getComputedStyle(link).clipPath)).toBe('none');
  const target = (await skip.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => decodeURIComponent(url.hash) === target);
  await page.keyboard.press('Tab');
  const isBehind = await page.evaluate((id) => {
    const text = document.getElementById(id);
    const here = document.activeElement;
    const behind = Node.DOCUMENT_POSITION_FOLLOWING;
    return text !== null && here !== null && (text.compareDocumentPosition(here) & behind) !== 0;
  }, target.slice(1));
  expect(isBehind).toBe(true);
  await page.close();
});

it.each([
  ['an arc', 'Enter', 'kiri-no-ajiro/'],
  ['an arc', 'Space', 'kiri-no-ajiro/'],
  ['the navigation', 'Enter', 'kiri-no-ajiro/02/'],
  ['the navigation', 'Space', 'kujo-hokoku/10/'],
])('%s opens and closes with %s', async (_, key, path) => {
  const page = await open(path);
  const arc = page.locator('details').first();
  await arc.locator('summary').focus();
  for (const isOpen of [true, false]) {
    await page.keyboard.press(key);
    expect(await arc.evaluate((details: HTMLDetailsElement) => details.open)).toBe(isOpen);
  }
  await page.close();
});
