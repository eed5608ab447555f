import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSite } from '#tests/support/serve.ts';
import { launchBrowser } from './launch.ts';
import { measureSides, overlaps, unfold, type Cell } from './navigation-blocks.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { overflow } from './overflow.ts';
import { desk, phone } from './sample-pages.ts';
import { seriesFiles, serveSite } from './sites.ts';

let browser: Browser;
let context: BrowserContext;
let site: ServedSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    serveSite({
      ...seriesFiles('two', 2),
      ...seriesFiles('fifteen', 15),
      ...seriesFiles('thirty-one', 31),
      ...seriesFiles('hundreds', 200),
      ...seriesFiles('parts', 31, 'language: en\n'),
      ...seriesFiles('talks', 31, 'labels: wa\n'),
    }),
  ]);
  context = await browser.newContext({ viewport: phone });
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const standpoints = [
  'two/1/',
  'two/2/',
  'fifteen/1/',
  'fifteen/10/',
  'fifteen/15/',
  'thirty-one/1/',
  'thirty-one/16/',
  'hundreds/100/',
  'hundreds/200/',
  'parts/16/',
  'talks/16/',
] as const;

async function open(path: string): Promise<Page> {
  const { page } = await openPage(context, site.url + path);
  await setInBoxes(page);
  return page;
}

/** A block narrower than 17.25em has two columns, and any other three. */
const widths = [
  [phone, 3],
  [desk, 3],
  [{ width: 280, height: 600 }, 2],
] as const;

describe.each(standpoints)('from %s', (path) => {
  it('words align in three columns, in two where it is narrow', async () => {
    const page = await open(path);
    for (const [size, most] of widths) {
      await page.setViewportSize(size);
      expect(await overlaps(page)).toEqual([]);
      await unfold(page);
      for (const { columns, cells, pitches } of await measureSides(page)) {
        expect(columns).toBe(Math.min(most, cells.length));
        expect(pitches.filter((pitch) => Math.abs(pitch - 44) > 1)).toEqual([]);
        expect(cells.filter(({ height }) => height < 44)).toEqual([]);
        expect(cells.map(({ row, column }) => row * columns + column)).toEqual([...cells.keys()]);
        expect(Math.max(...raggedness(cells, columns))).toBeLessThan(2);
      }
      expect(await overlaps(page)).toEqual([]);
      expect(await overflow(page)).toEqual({ across: 0, outside: [] });
    }
    await page.close();
  });

  it('nothing overlaps when the text is twice as large', async () => {
    const page = await open(path);
    await page.evaluate(() => {
      const { style } = document.documentElement;
      const { fontSize } = getComputedStyle(document.documentElement);
      style.fontSize = `${2 * Number.parseFloat(fontSize)}px`;
    });
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overlaps(page)).toEqual([]);
      await unfold(page);
      expect(await overlaps(page)).toEqual([]);
      expect(await overflow(page)).toEqual({ across: 0, outside: [] });
    }
    await page.close();
  });
});

/** Of each column, how far its words begin from one another. */
function raggedness(cells: readonly Cell[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    const labels = cells.filter((cell) => cell.column === column && !cell.isGap);
    const words = labels.map(({ word }) => word);
    return Math.max(...words) - Math.min(...words);
  });
}

it.each([
  ['two/1/', 1],
  ['fifteen/10/', 14],
  ['thirty-one/16/', 18],
  ['hundreds/100/', 18],
])('from %s a block has %i cells', async (path, count) => {
  const page = await open(path);
  const cells = (await measureSides(page)).flatMap((side) => side.cells);
  expect(cells).toHaveLength(2 * count);
  await page.close();
});

it('stands in one frame with the row that turns the page, before the text and after', async () => {
  const page = await open('fifteen/10/');
  const frames = await page.evaluate(() =>
    [...document.querySelectorAll('.parts')].map((frame) =>
      [...frame.children].map((part) => part.nodeName.toLowerCase()),
    ),
  );
  expect(frames).toEqual([
    ['nav', 'div'],
    ['div', 'nav'],
  ]);
  await page.close();
});
