import type { BrowserContext, Page } from 'playwright-core';
import { boxFace } from './box-face.ts';

export interface OpenedPage {
  readonly page: Page;
  /** What the browser said or asked for that it should not have: empty on a good page. */
  readonly complaints: readonly string[];
}

/** Opens an address and notes everything that the page should not do. */
export async function openPage(context: BrowserContext, url: string): Promise<OpenedPage> {
  const page = await context.newPage();
  const complaints = watch(page, new URL(url).origin);
  await page.goto(url);
  return { page, complaints };
}

/**
 * Console messages of any kind (the browser reports breaches of the Content-Security-Policy and
 * speculation rules that it does not accept there), errors, requests to other hosts, requests that
 * fail.
 */
function watch(page: Page, origin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    complaints.push(`${request.failure()?.errorText ?? 'failed'}: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** Sets the whole page in boxes, whatever faces the machine has. */
export async function setInBoxes(page: Page): Promise<void> {
  await page.evaluate(
    async (bytes) => {
      const face = new FontFace('Boxes', Uint8Array.from(bytes), { weight: '1 1000' });
      document.fonts.add(await face.load());
      document.documentElement.style.setProperty('--face', 'Boxes');
      await document.fonts.ready;
    },
    [...boxFace()],
  );
}

/** How far the page has moved by itself since it began to load. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Two frames after everything has come, and what was buffered is told.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(sum);
            }, 50);
          }),
        );
      }),
  );
}
