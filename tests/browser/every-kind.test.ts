import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import { axeViolations } from './axe.ts';
import { overflow } from './overflow.ts';
import { layoutShift, openPage, setInBoxes } from './open-page.ts';
import { everyKind, schemes, sizes } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

describe.each(sizes)('at $width × $height', (viewport) => {
  it.each(everyKind)('%s is quiet, still, inside the window and open to all', async (_, path) => {
    const context = await browser.newContext({ viewport });
    const { page, complaints } = await openPage(context, inject('sampleUrl') + path);
    expect(await layoutShift(page)).toBe(0);
    await setInBoxes(page);
    expect(await overflow(page)).toEqual({ across: 0, outside: [] });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), colorScheme).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
