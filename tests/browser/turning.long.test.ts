import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage, setInBoxes } from './open-page.ts';
import { sizes } from './sample-pages.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Scrolls on in the text by so many pixels, whichever way it runs. */
const goOn = (page: Page, distance: number) =>
  page.evaluate(async (distance) => {
    const isVertical = document.documentElement.dataset['direction'] === 'vertical';
    const told = new Promise((resolve) => {
      addEventListener('scroll', resolve, { once: true });
    });
    scrollBy(isVertical ? { left: -distance } : { top: distance });
    await told;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, distance);

/** The number of the paragraph that crosses the line behind the running head: the one that is read. */
const paragraphInSight = (page: Page) =>
  page.evaluate(() => {
    const isVertical = document.documentElement.dataset['direction'] === 'vertical';
    const head = document.querySelector('header.site')?.getBoundingClientRect() ?? new DOMRect();
    const { clientWidth, dataset } = document.documentElement;
    const isAway = dataset['head'] === 'away';
    const covered = isVertical ? clientWidth - head.left : head.bottom;
    const edge = 12 + (isAway ? 0 : Math.max(0, covered));
    const paragraphs = [...document.querySelectorAll('.text > *')];
    const found = paragraphs.findIndex((one) => {
      const { bottom, left } = one.getBoundingClientRect();
      return (isVertical ? clientWidth - left : bottom) > edge;
    });
    return found < 0 ? paragraphs.length : found;
  });

const choose = async (page: Page, group: string, name: string) => {
  const panel = page.getByRole('dialog');
  await panel.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
};

describe.each(sizes)('at $width × $height', (viewport) => {
  let context: BrowserContext;

  beforeEach(async () => {
    context = await browser.newContext({ viewport });
  });

  afterEach(() => context.close());

  const openMidway = async (path: string, distance: number) => {
    const { page } = await openPage(context, inject('sampleUrl') + path);
    await setInBoxes(page);
    await goOn(page, distance);
    await goOn(page, -40);
    // A button that is still out of sight, on its way in with its head, would be scrolled to.
    await page.locator(':root[data-head=back]').waitFor();
    await page.waitForFunction(() => {
      const head = document.querySelector('header.site');
      return head?.getAnimations().length === 0 && getComputedStyle(head).translate === 'none';
    });
    await page.getByRole('banner').getByRole('button').click();
    return page;
  };

  it.each([
    ['kujo-hokoku/10/', '縦書き', '横書き', 1500],
    ['kujo-hokoku/10/', '縦書き', '横書き', 1333],
    ['kiri-no-ajiro/05/', '横書き', '縦書き', 1500],
    ['kiri-no-ajiro/05/', '横書き', '縦書き', 1777],
  ])('%s: turned to %s the reader is where they were', async (path, there, back, distance) => {
    const page = await openMidway(path, distance);
    const place = await paragraphInSight(page);
    expect(place).toBeGreaterThan(0);
    await choose(page, '組み方', there);
    expect(Math.abs((await paragraphInSight(page)) - place)).toBeLessThanOrEqual(1);
    for (let i = 0; i < 5; i += 1) {
      await choose(page, '組み方', back);
      await choose(page, '組み方', there);
    }
    expect(Math.abs((await paragraphInSight(page)) - place)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['文字', 'とても大きい'],
    ['文字', 'とても小さい'],
    ['行間', '広い'],
    ['書体', 'ゴシック'],
  ])('%s, %s leaves the reader where they were', async (group, name) => {
    const page = await openMidway('kujo-hokoku/10/', 1333);
    const place = await paragraphInSight(page);
    await choose(page, group, name);
    expect(Math.abs((await paragraphInSight(page)) - place)).toBeLessThanOrEqual(1);
    await page.getByRole('dialog').getByRole('button', { name: '元に戻す' }).click();
    expect(Math.abs((await paragraphInSight(page)) - place)).toBeLessThanOrEqual(1);
  });

  it('who has come to the end of the text stays there', async () => {
    const page = await openMidway('kujo-hokoku/10/', 1e6);
    for (const direction of ['縦書き', '横書き']) {
      await choose(page, '組み方', direction);
      const isInSight = await page.locator('.text > :last-child').evaluate((last) => {
        const { left, right, top, bottom } = last.getBoundingClientRect();
        return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
      });
      expect(isInSight, direction).toBe(true);
    }
  });

  it('paper of another colour moves nothing', async () => {
    const page = await openMidway('kujo-hokoku/10/', 1333);
    const before = await page.evaluate(() => [scrollX, scrollY]);
    for (const name of ['生成り', '黒', '白']) {
      await choose(page, '紙', name);
      expect(await page.evaluate(() => [scrollX, scrollY]), name).toEqual(before);
    }
  });

  it.each([
    ['kujo-hokoku/10/', 1333],
    ['kiri-no-ajiro/05/', 300],
    ['kiri-no-ajiro/05/', 1500],
  ])(
    'who loads %s anew, or comes back to it, is where they were: %i px',
    async (path, distance) => {
      const { page } = await openPage(context, inject('sampleUrl') + path);
      await goOn(page, distance);
      const place = await paragraphInSight(page);
      const left = await page.evaluate(() => [scrollX, scrollY]);
      const isBack = async () => {
        const now = await page.evaluate(() => [scrollX, scrollY]);
        return now.every((value, i) => Math.abs(value - (left[i] ?? 0)) < 3);
      };
      await page.reload();
      await expect.poll(isBack).toBe(true);
      await page.goto(`${inject('sampleUrl')}about/`);
      await page.goBack();
      await expect.poll(isBack).toBe(true);
      expect(await paragraphInSight(page)).toBe(place);
    },
  );

  it.each(['kujo-hokoku/10/', 'kiri-no-ajiro/05/'])(
    '%s in a window of another size shows what it showed',
    async (path) => {
      const { page } = await openPage(context, inject('sampleUrl') + path);
      await setInBoxes(page);
      await goOn(page, 1333);
      await page.waitForTimeout(300);
      const place = await paragraphInSight(page);
      for (const [width, height] of [
        [844, 390],
        [600, 700],
        [viewport.width, viewport.height],
      ] as const) {
        await page.setViewportSize({ width, height });
        await expect
          .poll(async () => Math.abs((await paragraphInSight(page)) - place))
          .toBeLessThanOrEqual(1);
      }
    },
  );

  it('at its beginning a page stays at its beginning', async () => {
    const { page } = await openPage(context, `${inject('sampleUrl')}kujo-hokoku/10/`);
    await setInBoxes(page);
    await page.getByRole('banner').getByRole('button').click();
    await choose(page, '組み方', '縦書き');
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
    await choose(page, '組み方', '作品ごと');
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
  });

  it('a page that was turned follows the wheel and the keys the way its text runs', async () => {
    const { page } = await openPage(context, `${inject('sampleUrl')}kujo-hokoku/10/`);
    await setInBoxes(page);
    await page.getByRole('banner').getByRole('button').click();
    await choose(page, '組み方', '縦書き');
    await page.keyboard.press('Escape');
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollX)).toBe(-300);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollX)).toBeLessThan(-500);
  });

  it('the running head is away while one reads on, and back when one turns back', async () => {
    for (const path of ['kujo-hokoku/10/', 'kiri-no-ajiro/05/']) {
      const { page } = await openPage(context, inject('sampleUrl') + path);
      await setInBoxes(page);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const button = page.getByRole('banner').getByRole('button');
      const isInSight = () =>
        button.evaluate((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return left >= 0 && right <= innerWidth + 1 && top >= 0 && bottom <= innerHeight + 1;
        });
      expect(await isInSight(), path).toBe(true);
      await goOn(page, 900);
      expect(await isInSight(), path).toBe(false);
      await goOn(page, -10);
      expect(await isInSight(), path).toBe(false);
      await goOn(page, -40);
      expect(await isInSight(), path).toBe(true);
      await goOn(page, 60);
      expect(await isInSight(), path).toBe(false);
      // Who comes by keyboard sees where they are.
      await button.focus();
      expect(await isInSight(), path).toBe(true);
    }
  });
});
