import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage } from './open-page.ts';
import { phone } from './sample-pages.ts';

let browser: Browser;
const address = 'https://shuden.example/kujo-hokoku/rss.xml';

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

describe('the page of feeds', () => {
  it('copies an address and says so', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ viewport: phone, permissions });
    const { page, complaints } = await openPage(context, `${inject('sampleUrl')}feeds/`);
    await page.locator(`button[data-copy="${address}"]`).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('コピーしました');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('marks the address for the reader where the browser lets nobody copy', async () => {
    const context = await browser.newContext({ viewport: phone });
    const { page } = await openPage(context, `${inject('sampleUrl')}feeds/`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.locator(`button[data-copy="${address}"]`).click();
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toContain(address);
    await context.close();
  });

  it('has the address as a link, and no button, without JavaScript', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const { page } = await openPage(context, `${inject('sampleUrl')}feeds/`);
    expect(await page.getByRole('link', { name: address }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'コピー' }).count()).toBe(0);
    await context.close();
  });

  it('is reached from the line below a text, at the series that was read', async () => {
    const context = await browser.newContext({ viewport: phone });
    const { page } = await openPage(context, `${inject('sampleUrl')}kujo-hokoku/15/`);
    await page.locator('.follow').getByRole('link', { name: 'RSS' }).click();
    await page.waitForURL('**/feeds/#kujo-hokoku');
    await expect
      .poll(() => page.locator('#kujo-hokoku').evaluate((at) => at.getBoundingClientRect().top))
      .toBeLessThan(phone.height);
    await context.close();
  });
});
