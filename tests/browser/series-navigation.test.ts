import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '#tests/support/chromium.ts';
import type { ServedSite } from '#tests/support/serve.ts';
import { measureSides, overlaps, type Cell } from './navigation-blocks.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { overflow } from './overflow.ts';
import { desk, phone } from './sample-pages.ts';
import { seriesFiles, serveSite } from './sites.ts';

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchChromium(),
    serveSite({
      ...seriesFiles('two', 2),
      ...seriesFiles('fifteen', 15),
      ...seriesFiles('thirty-one', 31),
      ...seriesFiles('hundreds', 200),
      ...seriesFiles('parts', 31, 'language: en\n'),
      ...seriesFiles('talks', 31, 'labels: wa\n'),
    }),
  ]);
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

async function open(path: string, viewport = phone): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const { page } = await openPage(context, site.url + path);
  await setInBoxes(page);
  return page;
}

/** A narrow container turns three columns into two below 17.25em, and no other way. */
const narrow = { width: 280, height: 600 };

describe.each([
  [phone, 3],
  [desk, 3],
  [narrow, 2],
] as const)('at $width px', (viewport, most) => {
  it.each(standpoints)(`from %s there are ${most} columns whose words align`, async (path) => {
    const page = await open(path, viewport);
    for (const { columns, cells, pitches } of await measureSides(page)) {
      expect(columns).toBe(Math.min(most, cells.length));
      expect(pitches.filter((pitch) => Math.abs(pitch - 44) > 1)).toEqual([]);
      expect(cells.filter(({ height }) => height < 44)).toEqual([]);
      expect(cells.map(({ row, column }) => row * columns + column)).toEqual([...cells.keys()]);
      expect(words(cells, columns)).toEqual(words(cells, columns).map(() => 1));
    }
    expect(await overlaps(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ across: 0, outside: [] });
    await page.context().close();
  });

  /** In each column, at how many places words begin. */
  function words(cells: readonly Cell[], columns: number): readonly number[] {
    return Array.from({ length: columns }, (_, column) => {
      const labels = cells.filter((cell) => cell.column === column && !cell.isGap);
      return new Set(labels.map(({ word }) => Math.round(word))).size;
    });
  }
});

it.each([
  ['two/1/', 1],
  ['fifteen/10/', 14],
  ['thirty-one/16/', 18],
  ['hundreds/100/', 18],
])('from %s there are %i cells in each block', async (path, count) => {
  const page = await open(path);
  const sides = await measureSides(page);
  const cells = sides.flatMap((side) => side.cells);
  expect(cells).toHaveLength(2 * count);
  await page.context().close();
});

it.each(standpoints)('from %s nothing overlaps when the text is twice as large', async (path) => {
  const page = await open(path);
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = `${2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
  });
  expect(await overlaps(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ across: 0, outside: [] });
  await page.context().close();
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
  await page.context().close();
});
