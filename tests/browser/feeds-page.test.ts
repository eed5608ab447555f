import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './launch.ts';
import { openPage } from './open-page.ts';
import { phone, sizes } from './sample-pages.ts';

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
    expect(await page.getByRole('status').textContent()).toBe('選びました。コピーしてください');
    await context.close();
  });

  it('has the address, and no button, without JavaScript', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const { page } = await openPage(context, `${inject('sampleUrl')}feeds/`);
    expect(await page.getByText(address, { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'コピー' }).count()).toBe(0);
    await context.close();
  });

  it('begins with what feeds are, and has the story that was read before all others', async () => {
    const context = await browser.newContext({ viewport: phone });
    const { page } = await openPage(context, `${inject('sampleUrl')}kiri-no-ajiro/05/`);
    await page.locator('.follow').getByRole('link', { name: 'RSS' }).click();
    await page.waitForURL('**/feeds/#kiri-no-ajiro');
    const first = page.locator('.part:visible').first();
    await expect.poll(() => first.textContent()).toContain('https://shuden.example/kiri-no-ajiro/');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    expect(await page.getByText('https://shuden.example/kiri-no-ajiro/rss.xml').count()).toBe(1);
    await context.close();
  });

  it('speaks of no chosen story to who comes from elsewhere', async () => {
    for (const viewport of sizes) {
      const context = await browser.newContext({ viewport });
      const { page } = await openPage(context, `${inject('sampleUrl')}feeds/`);
      expect(await page.getByRole('heading', { name: 'この作品' }).count()).toBe(0);
      await context.close();
    }
  });

  it('explains feeds to who comes from a story in another language, too', async () => {
    const context = await browser.newContext({ viewport: phone });
    const { page } = await openPage(context, `${inject('sampleUrl')}feeds/`);
    const english = page.locator('details[lang=en]');
    await english.locator('summary').first().click();
    expect(await english.getByText('Choose a feed reader').isVisible()).toBe(true);
    await context.close();
  });
});
