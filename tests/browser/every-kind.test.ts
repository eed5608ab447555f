import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './launch.ts';
import { layoutShift, openPage, setInBoxes } from './open-page.ts';
import { overflow } from './overflow.ts';
import { desk, everyKind, phone } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

// Every page in every size and both schemes: every-page.long.test.ts.
const looks = [
  { ...phone, colorScheme: 'light' },
  { ...desk, colorScheme: 'dark' },
] as const;

describe.each(looks)('at $width × $height, $colorScheme', ({ colorScheme, ...viewport }) => {
  it.each(everyKind)('%s is quiet, inside the window and open to all', async (_, path) => {
    const context = await browser.newContext({ viewport, colorScheme });
    const { page, complaints } = await openPage(context, inject('sampleUrl') + path);
    await setInBoxes(page);
    expect(await overflow(page)).toEqual({ across: 0, outside: [] });
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('on a slow line', () => {
  it.each(everyKind)('%s does not move while style and script come late', async (_, path) => {
    const context = await browser.newContext({ viewport: phone });
    await context.route(/\.(css|js)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await route.continue();
    });
    const { page, complaints } = await openPage(context, inject('sampleUrl') + path);
    expect(await layoutShift(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('there is no face that could come late', async () => {
  const files = await readdir(inject('sampleDir'), { recursive: true });
  expect(files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith('.css'))) {
    expect(await readFile(join(inject('sampleDir'), file), 'utf8')).not.toContain('@font-face');
  }
});
