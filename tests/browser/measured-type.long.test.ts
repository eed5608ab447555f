import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSite } from '#tests/support/serve.ts';
import { coverage, inkOf, type Area } from './ink.ts';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { sizes } from './sample-pages.ts';
import { serveSite } from './sites.ts';

/** What typesetting.md promises of the page, measured where it is set and not by names of classes. */
const body = `
\u3000彼は《《傍点をふる》》と言い、｜漢字《かんじ》を12月24日まで待った。ほんとうに！？\u3000そうだ。

\u3000${'長い段落の行の間隔は、｜振り仮名《ふりがな》があってもなくても、《《同じ》》でなければならない。'.repeat(8)}
`;

let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  const told = (id: string, settings: string) => ({
    [`${id}/series.yaml`]: `title: ${id}\n${settings}`,
    [`${id}/1.md`]: `---\norder: 1\ndate: 2026-04-01\n---\n${body}`,
  });
  [browser, site] = await Promise.all([
    launchBrowser(),
    serveSite({ ...told('across', ''), ...told('down', 'direction: vertical\n') }),
  ]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** The box of each character of a text on the page, from the document's left and top edge. */
const charactersOf = (page: Page, wanted: string): Promise<readonly Area[]> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      const node = walker.currentNode;
      const from = node.nodeValue?.indexOf(wanted) ?? -1;
      if (from < 0) continue;
      return Array.from(wanted, (_, i) => {
        const range = document.createRange();
        range.setStart(node, from + i);
        range.setEnd(node, from + i + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { left: left + scrollX, top: top + scrollY, width, height };
      });
    }
    throw new Error(`no ${wanted} on the page`);
  }, wanted);

const around = (areas: readonly Area[], by: number): Area => {
  const left = Math.min(...areas.map((area) => area.left)) - by;
  const top = Math.min(...areas.map((area) => area.top)) - by;
  const right = Math.max(...areas.map((area) => area.left + area.width)) + by;
  const bottom = Math.max(...areas.map((area) => area.top + area.height)) + by;
  return { left, top, width: right - left, height: bottom - top };
};

describe.each(sizes)('at $width × $height', (viewport) => {
  const open = async (path: string) => {
    const context = await browser.newContext({ viewport, deviceScaleFactor: 4 });
    const { page } = await openPage(context, site.url + path);
    await setInBoxes(page);
    return page;
  };

  it.each([
    ['above', 'across/1/'],
    ['to the right of', 'down/1/'],
  ])(
    'a dot stands %s the middle of each character that has one, and of no other',
    async (_, path) => {
      const page = await open(path);
      const dotted = await charactersOf(page, '傍点をふる');
      const plain = await charactersOf(page, '彼は');
      const ink = await inkOf(page, around([...dotted, ...plain], 20));
      // The strip of half a character next to each, from a share of its length on.
      const dotPlace = ({ left, top, width, height }: Area, from: number, share: number): Area =>
        path === 'across/1/'
          ? {
              left: left + from * width,
              top: top - 0.5 * width,
              width: share * width,
              height: 0.3 * width,
            }
          : {
              left: left + 1.2 * width,
              top: top + from * height,
              width: 0.3 * width,
              height: share * height,
            };
      for (const character of dotted) {
        expect(coverage(ink, dotPlace(character, 0.3, 0.4))).toBeGreaterThan(0.8);
        expect(coverage(ink, dotPlace(character, 0, 0.2))).toBe(0);
        expect(coverage(ink, dotPlace(character, 0.8, 0.2))).toBe(0);
      }
      for (const character of plain) expect(coverage(ink, dotPlace(character, 0, 1))).toBe(0);
      await page.context().close();
    },
  );

  it('down the page two digits, or two marks, stand upright side by side in one cell', async () => {
    const page = await open('down/1/');
    const one = (await charactersOf(page, '彼は'))[0];
    const pairs = await page.locator('article .text').evaluate((text) =>
      ['12', '24', '！？'].map((wanted) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() !== null) {
          const node = walker.currentNode;
          const from = node.nodeValue?.indexOf(wanted) ?? -1;
          if (from < 0) continue;
          const range = document.createRange();
          range.setStart(node, from);
          range.setEnd(node, from + 2);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { left: left + scrollX, top: top + scrollY, width, height };
        }
        throw new Error(`no ${wanted} in the text`);
      }),
    );
    const em = one?.height ?? 0;
    const ink = await inkOf(page, around(pairs, 4));
    for (const pair of pairs) {
      expect(pair.height / em).toBeCloseTo(1, 1);
      // The face draws each character as a box with air around it: of two boxes beside one another
      // a gap runs down the middle, and none across it.
      const shares = Array.from({ length: 12 }, (_, i) => 0.4 + i / 60);
      const columns = shares.map((share) => ({
        ...pair,
        left: pair.left + share * pair.width,
        width: pair.width / 60,
      }));
      const rows = shares.map((share) => ({
        ...pair,
        top: pair.top + share * pair.height,
        height: pair.height / 60,
      }));
      expect(Math.min(...columns.map((column) => coverage(ink, column)))).toBe(0);
      expect(Math.min(...rows.map((row) => coverage(ink, row)))).toBeGreaterThan(0.7);
    }
    await page.context().close();
  });

  it.each(['across/1/', 'down/1/'])(
    'the lines of %s stand at even distances, however wide the reader has them',
    async (path) => {
      const page = await open(path);
      for (const leading of [undefined, 'narrow', 'wide']) {
        for (const size of [undefined, 'x-small', 'x-large']) {
          const lines = await page.evaluate(
            ([leading, size]) => {
              const root = document.documentElement;
              root.removeAttribute('data-leading');
              root.removeAttribute('data-size');
              if (leading !== undefined) root.dataset['leading'] = leading;
              if (size !== undefined) root.dataset['size'] = size;
              const paragraph = [...document.querySelectorAll('.text > p')].at(-1);
              if (paragraph === undefined) throw new Error('no paragraph');
              const { width, height } = paragraph.getBoundingClientRect();
              const pitch = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
              return (root.dataset['direction'] === 'vertical' ? width : height) / pitch;
            },
            [leading, size] as const,
          );
          expect(lines, `${String(leading)} ${String(size)}`).toBeGreaterThan(3);
          expect(
            Math.abs(lines - Math.round(lines)),
            `${String(leading)} ${String(size)}`,
          ).toBeLessThan(0.03);
        }
      }
      await page.context().close();
    },
  );
});
