import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

const first = 'kujo-hokoku/01/';
const second = 'kujo-hokoku/02/';
const last = 'kujo-hokoku/15/';

describe('the next part is fetched ahead', () => {
  it('by speculation rules that the browser accepts', async () => {
    const url = inject('sampleUrl');
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const errors: string[] = [];
    const fetched = new Map<string, string>();
    session.on('Preload.ruleSetUpdated', ({ ruleSet }) => {
      if (ruleSet.errorType !== undefined) errors.push(ruleSet.errorMessage ?? ruleSet.errorType);
    });
    session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) => {
      fetched.set(prefetchUrl, status);
    });
    await session.send('Preload.enable');
    await page.goto(url + first);
    await expect.poll(() => fetched.get(url + second)).toMatch(/^(Ready|Success)$/);
    expect([...fetched.keys()]).toEqual([url + second]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each([
    [first, [second]],
    [last, []],
    ['', []],
  ])('by a link where there are no such rules: %s', async (path, expected) => {
    const url = inject('sampleUrl');
    const context = await browser.newContext();
    await withoutRules(context);
    const { page, complaints } = await openPage(context, url + path);
    const hints = await page
      .locator('link[rel=prefetch]')
      .evaluateAll((links) => links.map((link) => ('href' in link ? link.href : undefined)));
    expect(hints).toEqual(expected.map((next) => url + next));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('by no link where there are', async () => {
    const context = await browser.newContext();
    const { page } = await openPage(context, inject('sampleUrl') + first);
    expect(await page.locator('link[rel=prefetch]').count()).toBe(0);
    await context.close();
  });

  function withoutRules(context: BrowserContext): Promise<unknown> {
    return context.addInitScript(() => {
      HTMLScriptElement.supports = () => false;
    });
  }
});

describe('pages pass into one another', () => {
  it.each([
    ['no-preference', true],
    ['reduce', false],
  ] as const)('with prefers-reduced-motion: %s: %s', async (reducedMotion, isSmooth) => {
    const context = await browser.newContext({ reducedMotion });
    await context.addInitScript(() => {
      // What the page that is left says: the one that comes may be too late for its own.
      addEventListener('pageswap', (event) => {
        const transition = 'viewTransition' in event ? event.viewTransition : null;
        sessionStorage.setItem('smooth', String(transition !== null));
      });
    });
    const { page } = await openPage(context, inject('sampleUrl') + first);
    await page.locator('a[rel=next]').first().click();
    await page.waitForURL(`**/${second}`);
    expect(await page.evaluate(() => sessionStorage.getItem('smooth'))).toBe(String(isSmooth));
    await context.close();
  });
});
