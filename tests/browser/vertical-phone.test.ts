import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe('a vertical page on a phone', () => {
  it.each([
    [390, 844],
    [844, 390],
  ])('opens at its beginning and scrolls along one axis, %i × %i', async (width, height) => {
    const context = await browser.newContext({
      viewport: { width, height },
      isMobile: true,
      hasTouch: true,
    });
    const page = await context.newPage();
    await page.goto(`${inject('sampleUrl')}kiri-no-ajiro/05/`);
    const seen = await page.evaluate(() => ({
      scrolled: [scrollX, scrollY],
      window: [innerWidth, innerHeight],
      height: document.documentElement.scrollHeight,
    }));
    expect(seen).toEqual({ scrolled: [0, 0], window: [width, height], height });
    await context.close();
  });
});
