import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { countStops, focused, tabThrough, type Stop } from './keyboard.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { everyKind, phone } from './sample-pages.ts';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
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

describe.each(everyKind)('%s', (_, path) => {
  it('is gone through in its reading order, and every stop is seen', async () => {
    const page = await open(path);
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
    await page.close();
  });

  it('begins with a link that skips to the text', async () => {
    const page = await open(path);
    const skip = page.locator('.skip');
    await page.keyboard.press('Tab');
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await skip.evaluate((link) => getComputedStyle(link).clipPath)).toBe('none');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#to:text');
    await page.keyboard.press('Tab');
    const next = await focused(page);
    expect(next?.group).not.toBe('HEADER');
    await page.close();
  });
});

it.each(['Enter', 'Space'])('arcs open and close with %s', async (key) => {
  const page = await open('kiri-no-ajiro/');
  const arc = page.locator('details').first();
  await arc.locator('summary').focus();
  for (const isOpen of [true, false]) {
    await page.keyboard.press(key);
    expect(await arc.evaluate((details: HTMLDetailsElement) => details.open)).toBe(isOpen);
  }
  await page.close();
});
