import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readTree } from '#tests/support/build-site.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './launch.ts';
import { layoutShift, openPage, setInBoxes } from './open-page.ts';
import { overflow } from './overflow.ts';
import { schemes } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const sizes = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
] as const;

const tree = await readTree(inject('sampleDir'));
const pages = [...tree.keys()].filter((path) => path.endsWith('.html'));

describe.each(sizes)('at $width × $height', (viewport) => {
  describe.each(schemes)('%s', (colorScheme) => {
    it.each(pages)('%s is quiet, still, inside the window and open to all', async (path) => {
      const context = await browser.newContext({ viewport, colorScheme });
      const url = inject('sampleUrl') + path.replace(/index\.html$/, '');
      const { page, complaints } = await openPage(context, url);
      expect(await layoutShift(page)).toBe(0);
      await setInBoxes(page);
      expect(await overflow(page)).toEqual({ across: 0, outside: [] });
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
});
