import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { choices, papers } from '#src/client/display.ts';
import { displayEn, displayJa } from '#src/site/strings/display.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './launch.ts';
import { layoutShift, openPage, setInBoxes } from './open-page.ts';
import { phone, schemes, sizes } from './sample-pages.ts';

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ viewport: phone });
});

afterEach(() => context.close());

const across = 'kujo-hokoku/10/';
const next = 'kujo-hokoku/11/';
const down = 'kiri-no-ajiro/05/';

async function open(path: string) {
  const opened = await openPage(context, inject('sampleUrl') + path);
  await setInBoxes(opened.page);
  return opened;
}

const panelOf = (page: Page) => page.getByRole('dialog', { name: '表示の設定' });
const setting = (page: Page, group: string, name: string) =>
  panelOf(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true });

async function openPanel(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: '表示' }).click();
  expect(await panelOf(page).isVisible()).toBe(true);
}

/** What the settings are about, as the browser sets it. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const { fontSize, lineHeight, backgroundColor, writingMode } = getComputedStyle(root);
    const frame = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
    const size = Number.parseFloat(fontSize);
    return {
      face: getComputedStyle(root).getPropertyValue('--face'),
      size,
      leading: Number.parseFloat(lineHeight) / size,
      paper: backgroundColor,
      frame: frame.map(({ content }) => content),
      writingMode,
    };
  });

describe.each(sizes)('the panel at $width × $height', (viewport) => {
  it.each([across, down, ''])('of /%s is in sight and open to all', async (path) => {
    for (const colorScheme of schemes) {
      await context.close();
      context = await browser.newContext({ viewport, colorScheme });
      const { page, complaints } = await open(path);
      await openPanel(page);
      expect(await axeViolations(page)).toEqual([]);
      const boxes = await panelOf(page).evaluate((panel) => {
        const boxOf = (element: Element) => element.getBoundingClientRect();
        const targets = [...panel.querySelectorAll('label, button')];
        return { panel: boxOf(panel), targets: targets.map(boxOf), innerWidth, innerHeight };
      });
      expect(boxes.panel.left).toBeGreaterThanOrEqual(0);
      expect(boxes.panel.top).toBeGreaterThanOrEqual(boxes.innerHeight / 4);
      expect(boxes.panel.right).toBeLessThanOrEqual(boxes.innerWidth);
      expect(boxes.panel.bottom).toBeLessThanOrEqual(boxes.innerHeight);
      expect(boxes.targets.filter(({ width, height }) => width < 44 || height < 36)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});

it('the panel opens and closes by keyboard, and its choices are made with the arrows', async () => {
  const { page } = await open(across);
  await page.getByRole('button', { name: '表示' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await setting(page, '組み方', '縦書き').isChecked()).toBe(true);
  expect((await looks(page)).writingMode).toBe('vertical-rl');
  await page.keyboard.press('Escape');
  expect(await panelOf(page).isVisible()).toBe(false);
  const focused = page.locator(':focus');
  expect(await focused.textContent()).toContain('表示');
});

describe('a choice', () => {
  it.each([
    ['組み方', '縦書き', { writingMode: 'vertical-rl' }],
    ['紙', '生成り', { paper: 'rgb(243, 234, 217)', frame: [papers.sepia, papers.sepia] }],
    ['紙', '黒', { paper: 'rgb(28, 26, 23)', frame: [papers.dark, papers.dark] }],
    ['文字', 'とても大きい', { size: 17 * 1.41 }],
    ['行間', '広い', { leading: 1.9 * 1.16 }],
  ])(
    'of %s, %s, holds at once, on other pages, and until it is reset',
    async (group, name, change) => {
      const { page } = await open(across);
      const before = await looks(page);
      const expected = Object.fromEntries(
        Object.entries(change).map(([key, value]) => [
          key,
          typeof value === 'number' ? (expect.closeTo(value, 2) as number) : value,
        ]),
      );
      await openPanel(page);
      await setting(page, group, name).check();
      expect(await looks(page)).toMatchObject(expected);

      await page.goto(inject('sampleUrl') + next);
      expect(await looks(page)).toMatchObject(expected);
      await openPanel(page);
      expect(await setting(page, group, name).isChecked()).toBe(true);
      await panelOf(page).getByRole('button', { name: 'すべて元に戻す' }).click();
      expect(await looks(page)).toEqual({ ...before, face: expect.any(String) as string });
      expect(await page.evaluate(() => localStorage.getItem('tsuzuki:display'))).toBeNull();
    },
  );

  it('of a face sets the text in it', async () => {
    const page = (await openPage(context, inject('sampleUrl') + across)).page;
    const own = (await looks(page)).face;
    await openPanel(page);
    await setting(page, '書体', 'ゴシック').check();
    expect((await looks(page)).face).not.toBe(own);
    expect((await looks(page)).face).toContain('sans-serif');
  });

  it('holds before the first paint, without any script but the page’s own first', async () => {
    const { page } = await open(across);
    await openPanel(page);
    await setting(page, '組み方', '縦書き').check();
    await setting(page, '文字', '大きい').check();
    await context.route('**/*.js', (route) => route.abort());
    const other = await context.newPage();
    await other.goto(inject('sampleUrl') + next);
    expect(await looks(other)).toMatchObject({ writingMode: 'vertical-rl' });
    expect(await layoutShift(other)).toBe(0);
  });

  it('reaches the pages that stand open elsewhere', async () => {
    const { page } = await open(across);
    const { page: other } = await open(next);
    await openPanel(page);
    await setting(page, '紙', '黒').check();
    await expect.poll(async () => (await looks(other)).paper).toBe('rgb(28, 26, 23)');
  });

  it('of a direction waits where a text is written one way only, and is not forgotten there', async () => {
    const { page } = await open(across);
    await openPanel(page);
    await setting(page, '組み方', '縦書き').check();
    await page.goto(`${inject('sampleUrl')}one-over/old-carried/`);
    expect((await looks(page)).writingMode).toBe('horizontal-tb');
    await page.getByRole('button', { name: 'Display' }).click();
    const dialog = page.getByRole('dialog', { name: 'Display settings' });
    expect(await dialog.getByRole('group', { name: 'Direction' }).count()).toBe(0);
    await dialog.getByRole('radio', { name: 'Large', exact: true }).check();
    await page.goto(inject('sampleUrl') + next);
    expect(await looks(page)).toMatchObject({ writingMode: 'vertical-rl' });
  });

  it('overrules the direction of a series either way', async () => {
    const { page } = await open(down);
    expect((await looks(page)).writingMode).toBe('vertical-rl');
    await openPanel(page);
    await setting(page, '組み方', '横書き').check();
    expect((await looks(page)).writingMode).toBe('horizontal-tb');
    await setting(page, '組み方', '作品ごと').check();
    expect((await looks(page)).writingMode).toBe('vertical-rl');
  });
});

describe('a page is as its series has it', () => {
  it.each(['', 'null', '[]', '7', '{', '{"direction":"sideways","size":7,"theme":["dark"]}'])(
    'where the browser keeps %j',
    async (stored) => {
      const { page, complaints } = await open(across);
      const own = await looks(page);
      await page.evaluate((text) => {
        localStorage.setItem('tsuzuki:display', text);
      }, stored);
      await page.reload();
      await setInBoxes(page);
      expect(await looks(page)).toEqual(own);
      expect(complaints).toEqual([]);
    },
  );

  it('without script, and offers no settings', async () => {
    const plain = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const { page } = await openPage(plain, inject('sampleUrl') + down);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.locator('display-panel').isVisible()).toBe(false);
    await plain.close();
  });

  it('where the browser keeps nothing, and settings hold for the page', async () => {
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('kept from you', 'SecurityError');
        },
      });
    });
    const { page, complaints } = await open(across);
    await openPanel(page);
    await setting(page, '紙', '黒').check();
    expect((await looks(page)).paper).toBe('rgb(28, 26, 23)');
    expect(complaints).toEqual([]);
  });
});

it('the words of the panel name each choice, and its own papers', async () => {
  for (const words of [displayJa, displayEn]) {
    for (const [name, values] of Object.entries(choices)) {
      const named = words[name as keyof typeof choices].values.map(([value]) => value);
      expect(named.toSorted()).toEqual(['', ...values].toSorted());
    }
  }
  const { page } = await open(across);
  await openPanel(page);
  for (const [value, paper] of Object.entries(papers)) {
    const slip = panelOf(page).locator(`[data-value=${value}]`);
    const [red, green, blue] = [1, 3, 5].map((i) => Number.parseInt(paper.slice(i, i + 2), 16));
    const colour = await slip.evaluate((label) => getComputedStyle(label).backgroundColor);
    expect(colour).toBe(`rgb(${String(red)}, ${String(green)}, ${String(blue)})`);
  }
});
