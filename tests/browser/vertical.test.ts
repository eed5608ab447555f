import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { desk, phone } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe.each([phone, desk])('a vertical episode at $width × $height', (viewport) => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext({ viewport });
    ({ page } = await openPage(context, `${inject('sampleUrl')}kiri-no-ajiro/02/`));
    await setInBoxes(page);
  });

  const scrolled = () => page.evaluate(() => [scrollX, scrollY]);

  it('scrolls along one axis, to the left', async () => {
    await page.evaluate(() => {
      scrollTo(-1e6, 1e6);
    });
    const [x = 0, y] = await scrolled();
    expect(x).toBeLessThan(-viewport.width);
    expect(y).toBe(0);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
  });

  it('follows the wheel and the keys', async () => {
    await page.mouse.wheel(0, 200);
    await expect.poll(scrolled).toEqual([-200, 0]);
    await page.keyboard.press('End');
    const end = await page.evaluate(() => innerWidth - document.documentElement.scrollWidth);
    await expect.poll(async () => Math.abs(((await scrolled())[0] ?? 0) - end)).toBeLessThan(2);
    await page.keyboard.press('PageUp');
    await expect.poll(async () => (await scrolled())[0]).toBeGreaterThan(end + 100);
    await page.keyboard.press('Home');
    // Of a page whose width is no whole number, the beginning may be one pixel off.
    await expect.poll(async () => Math.abs((await scrolled())[0] ?? 0)).toBeLessThan(2);
  });

  it('runs from right to left, its characters from top to bottom', async () => {
    const paragraphs = await page.evaluate(() =>
      [...document.querySelectorAll('.text > p')].map((paragraph) => {
        const { left, right } = paragraph.getBoundingClientRect();
        return { left, right };
      }),
    );
    const misplaced = paragraphs.filter((one, i) => one.right > (paragraphs[i - 1]?.left ?? 1e6));
    expect(misplaced).toEqual([]);

    const characters = await page.evaluate(() => {
      const text = document.querySelector('.text > p')?.firstChild;
      if (!(text instanceof Text)) throw new Error('the first paragraph begins with no text');
      return Array.from({ length: text.length }, (_, i) => {
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const { left, top } = range.getBoundingClientRect();
        return { left, top };
      });
    });
    const astray = characters.filter(({ left, top }, i) => {
      const before = characters[i - 1];
      if (before === undefined) return false;
      return left === before.left ? top <= before.top : left > before.left || top > before.top;
    });
    expect(astray).toEqual([]);
  });

  it('keeps its lines at even distances, ruby and dots or not', async () => {
    const uneven = await page.evaluate(() => {
      const text = document.querySelector('.text') ?? document.body;
      const pitch = Number.parseFloat(getComputedStyle(text).lineHeight);
      return [...text.querySelectorAll(':scope > p')]
        .map((paragraph) => paragraph.getBoundingClientRect().width / pitch)
        .filter((lines) => Math.abs(lines - Math.round(lines)) > 0.02);
    });
    expect(uneven).toEqual([]);
  });

  it('sets pairs of digits in one cell', async () => {
    const cells = await page.evaluate(() =>
      [...document.querySelectorAll('.text .tcy')].map((pair) => {
        const { width, height } = pair.getBoundingClientRect();
        const em = Number.parseFloat(getComputedStyle(pair).fontSize);
        return { text: pair.textContent, width: width / em, height: height / em };
      }),
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(
      cells.filter(({ width, height }) => width > 1.01 || Math.abs(height - 1) > 0.01),
    ).toEqual([]);
  });

  it('holds the way on in the frame of the navigation', async () => {
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.turn a')]
        .filter((link) => {
          const frame = link.closest('.parts')?.getBoundingClientRect() ?? new DOMRect();
          const box = link.getBoundingClientRect();
          return (
            box.left < frame.left ||
            box.right > frame.right ||
            box.top < frame.top - 1 ||
            box.bottom > frame.bottom + 1
          );
        })
        .map((link) => link.textContent),
    );
    expect(outside).toEqual([]);
    expect(await page.locator('.turn a[rel=prev]').count()).toBe(2);
    expect(await page.locator('.turn a[rel=next]').count()).toBe(2);
  });
});

it.each([
  ['sesame', 'vertical', 'kiri-no-ajiro/03/'],
  ['dot', 'horizontal', 'kujo-hokoku/10/'],
])('a %s stands beside each character with dots of a %s page', async (shape, _, path) => {
  const page = await browser.newPage();
  await page.goto(inject('sampleUrl') + path);
  const styles = await page.locator('.dots').evaluateAll((dots) =>
    dots.map((one) => {
      const { textEmphasisStyle, textEmphasisPosition, fontStyle } = getComputedStyle(one);
      return { textEmphasisStyle, textEmphasisPosition, fontStyle };
    }),
  );
  expect(styles.length).toBeGreaterThan(0);
  for (const { textEmphasisStyle, textEmphasisPosition, fontStyle } of styles) {
    expect(textEmphasisStyle).toBe(shape);
    expect(textEmphasisPosition).toMatch(/^over/);
    expect(fontStyle).toBe('normal');
  }
  await page.close();
});
