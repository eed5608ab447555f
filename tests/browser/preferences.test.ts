import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage } from './open-page.ts';
import { everyKind, phone, schemes } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const none = { forcedColors: 'none', contrast: 'no-preference' } as const;

const preferences = [
  ['forced colours', { forcedColors: 'active' }, 4.5],
  ['more contrast', { contrast: 'more' }, 7],
] as const;

it.each(everyKind)('the text of %s stands out from its ground', async (_, path) => {
  const context = await browser.newContext({ viewport: phone });
  const { page, complaints } = await openPage(context, inject('sampleUrl') + path);
  for (const [name, preference, least] of preferences) {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ ...none, colorScheme, ...preference });
      expect(await faintText(page, least), `${name}, ${colorScheme}`).toEqual([]);
    }
  }
  expect(complaints).toEqual([]);
  await context.close();
});

it.each(['light', 'dark'] as const)('more contrast makes what was soft ink: %s', async (scheme) => {
  const page = await browser.newPage({ colorScheme: scheme });
  await page.goto(`${inject('sampleUrl')}kujo-hokoku/10/`);
  const colours = () =>
    page.evaluate(() =>
      ['h1', '.meta', '.arrow', '.note'].map((selector) => {
        const element = document.querySelector(selector);
        return element === null ? undefined : getComputedStyle(element).color;
      }),
    );
  expect(new Set(await colours()).size).toBe(2);
  await page.emulateMedia({ contrast: 'more' });
  expect(new Set(await colours()).size).toBe(1);
  await page.close();
});

/** Elements with a text of their own whose colour is too near to the colour behind it. */
function faintText(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const canvas = new OffscreenCanvas(1, 1);
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('no canvas to read colours from');

    function luminance(colour: string): number {
      if (brush === null) return 0;
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...brush.getImageData(0, 0, 1, 1).data].map(
        (channel) => {
          const share = channel / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        },
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    function ground(element: Element | null): string {
      if (element === null) return 'Canvas';
      const { backgroundColor } = getComputedStyle(element);
      const isClear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
      return isClear ? ground(element.parentElement) : backgroundColor;
    }

    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility() && hasText(element))
      .filter((element) => {
        const one = luminance(getComputedStyle(element).color);
        const other = luminance(ground(element));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < least;
      })
      .map((element) => `${element.outerHTML.slice(0, 80)}: ${getComputedStyle(element).color}`);
  }, least);
}
