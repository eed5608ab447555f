import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { everyKind, phone } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

it.each(everyKind)('everything to be tapped on %s is 44 px wide and high', async (_, path) => {
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const { page } = await openPage(context, inject('sampleUrl') + path);
  await setInBoxes(page);
  const small = await page.evaluate(() => {
    const inProse = (element: Element) => element.closest('.text p, .note p') !== null;
    const targets = [...document.querySelectorAll('a, summary, button, input')];
    return targets
      .filter((target) => target.checkVisibility() && !inProse(target))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ target, box }) => `${target.outerHTML}: ${box.width} × ${box.height}`);
  });
  expect(small).toEqual([]);
  await context.close();
});
