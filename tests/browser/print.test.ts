import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { everyKind } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

async function openPrinted(path: string): Promise<Page> {
  const context = await browser.newContext({ colorScheme: 'dark' });
  const { page } = await openPage(context, inject('sampleUrl') + path);
  await setInBoxes(page);
  await page.emulateMedia({ media: 'print' });
  return page;
}

it.each(everyKind)('%s is printed black on white, without its furniture', async (_, path) => {
  const page = await openPrinted(path);
  const furniture = page.locator('.site, .skip, .parts, .go');
  for (const part of await furniture.all()) expect(await part.isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
  const [paper, ink] = await page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    return [
      root.backgroundColor,
      getComputedStyle(document.querySelector('h1') ?? document.body).color,
    ];
  });
  expect(paper).toBe('rgb(255, 255, 255)');
  expect(ink).toBe('rgb(0, 0, 0)');
  await page.context().close();
});

describe('as a PDF', () => {
  it.each([
    ['horizontal', 'kujo-hokoku/10/'],
    ['vertical', 'kiri-no-ajiro/02/'],
  ])('a %s episode is a few whole pages', async (_, path) => {
    const page = await openPrinted(path);
    const file = await page.pdf({ format: 'A5', preferCSSPageSize: true });
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThan(20);
    await page.context().close();
  });
});
