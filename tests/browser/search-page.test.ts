import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { ServedSite } from '#tests/support/serve.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './launch.ts';
import { layoutShift, openPage } from './open-page.ts';
import { desk, phone } from './sample-pages.ts';
import { serveSite } from './sites.ts';

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

const field = 'main input[type=search]';

async function open(path: string, base = inject('sampleUrl')): Promise<Page> {
  const { page, complaints } = await openPage(context, base + path);
  expect(complaints).toEqual([]);
  return page;
}

/** The number that is shown, once the search has finished. */
async function counted(page: Page): Promise<number> {
  await page.waitForFunction(() => document.querySelector('[data-search-count]')?.textContent);
  return Number((await page.locator('[data-search-count]').textContent())?.replace(/\D/g, ''));
}

function results(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-search-results] li > a:not(.places a)')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
}

describe('the way to search', () => {
  it.each(['', 'kujo-hokoku/02/', 'kiri-no-ajiro/02/', 'one-over/hands/', '404.html'])(
    'begins in a box on every page: %s',
    async (path) => {
      const page = await open(path);
      await page.locator('header [role=search] input').fill('報告書');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
      expect(await page.locator(field).inputValue()).toBe('報告書');
      expect(await counted(page)).toBeGreaterThan(0);
    },
  );

  it('is the key /, but not while something is written', async () => {
    const page = await open('kujo-hokoku/02/');
    await page.keyboard.press('/');
    const box = page.locator('header [role=search] input');
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('1/2');
    expect(await box.inputValue()).toBe('1/2');
  });

  it.each(['kujo-hokoku/03/', 'kiri-no-ajiro/05/'])(
    'by the key leaves the reader where they read, and Escape leads back: %s',
    async (path) => {
      const page = await open(path);
      await page.evaluate(() => {
        const isVertical = document.documentElement.dataset['direction'] === 'vertical';
        scrollTo(isVertical ? { left: -900 } : { top: 900 });
      });
      const place = () => page.evaluate(() => [scrollX, scrollY]);
      await expect.poll(place).not.toEqual([0, 0]);
      const before = await place();
      await page.keyboard.press('/');
      const box = page.locator('header [role=search] input');
      expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
      await expect
        .poll(() => box.evaluate((one) => one.getBoundingClientRect().top))
        .toBeGreaterThanOrEqual(0);
      expect(await place()).toEqual(before);
      await page.keyboard.press('Escape');
      expect(await box.evaluate((one) => one === document.activeElement)).toBe(false);
    },
  );

  it('downloads nothing of search before somebody searches', async () => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const path of ['', 'kujo-hokoku/02/', 'kiri-no-ajiro/', 'search/']) {
      const page = await open(path);
      await page.waitForLoadState('networkidle');
      await page.close();
    }
    expect(asked.filter((path) => /pagefind|passage/.test(path))).toEqual([]);
  });

  it('tells those without JavaScript, and shows them the indexes', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
    const { page } = await openPage(plain, `${inject('sampleUrl')}search/?q=a`);
    expect(await page.locator('noscript p').textContent()).toContain('JavaScript');
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator(field).isVisible()).toBe(false);
    await page.locator('noscript a').first().click();
    expect(new URL(page.url()).pathname).toBe('/kiri-no-ajiro/');
    await plain.close();
  });
});

describe('the search page', () => {
  it('finds as one types, and keeps the address in step', async () => {
    const page = await open('search/');
    await page.locator(field).pressSequentially('報告書', { delay: 20 });
    expect(await counted(page)).toBe(5);
    expect(new URL(page.url()).searchParams.get('q')).toBe('報告書');
    await page.locator(field).fill('');
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(() => results(page)).toEqual([]);
    expect(await page.locator('[data-search-count]').textContent()).toBe('');
  });

  it('shows only what was asked for last', async () => {
    let asked = 0;
    await context.route(/\.grams$/, async (route) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 400 / asked));
      await route.continue();
    });
    const page = await open('search/');
    for (const query of ['水', '水番', '水番の', '水', '伝言'])
      await page.locator(field).fill(query);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('伝言');
    const shown = await counted(page);
    await page.waitForTimeout(400);
    expect(await counted(page)).toBe(shown);
    for (const row of await page.locator('.found > li:not([hidden])').all()) {
      await row.scrollIntoViewIfNeeded();
      await expect.poll(() => row.locator('.x').first().textContent()).not.toBe('');
    }
    const again = await open(`search/?q=${encodeURIComponent('伝言')}`);
    expect(await counted(again)).toBe(shown);
    expect(await results(page)).toEqual(await results(again));
  });

  it('groups by series, and says around each match what the text says', async () => {
    const page = await open(`search/?q=${encodeURIComponent('水番')}`);
    expect(await counted(page)).toBeGreaterThan(0);
    await expect.poll(() => page.locator('.found .x mark').first().textContent()).toBe('水番');
    expect(await page.locator('[data-search-results] h2').first().textContent()).toContain(
      '霧の網代',
    );
    for (const row of await page.locator('.found > li').all()) {
      expect(await row.locator('.l').textContent()).toMatch(/^(?:第\d+話|番外編)$/);
    }
  });

  it('marks the base of a reading that was searched for', async () => {
    const page = await open(`search/?q=${encodeURIComponent('じょうろ')}`);
    expect(await counted(page)).toBe(1);
    await expect.poll(() => page.locator('.found .x mark').textContent()).toBe('如雨露');
  });

  it('marks what was found in a title', async () => {
    const page = await open(`search/?q=${encodeURIComponent('みつあし')}`);
    expect(await counted(page)).toBeGreaterThan(0);
    const title = page.locator('.found .t', { has: page.locator('mark') }).first();
    expect(await title.locator('mark').textContent()).toBe('三つ足');
  });

  it('keeps to one series, in the order of reading, as its address says', async () => {
    const page = await open('search/?q=%E6%B0%B4');
    const all = await counted(page);
    await page.locator('select[name=series]').selectOption({ label: '席を外しております' });
    await expect.poll(() => new URL(page.url()).searchParams.get('series')).toBe('kujo-hokoku');
    expect(await counted(page)).toBeLessThan(all);
    expect((await results(page)).every((path) => path.startsWith('/kujo-hokoku/'))).toBe(true);
    await page.locator('select[name=series]').selectOption('');
    await page.locator('select[name=order]').selectOption('reading');
    expect(await counted(page)).toBe(all);
    const paths = (await results(page)).filter((path) => /ajiro\/\d/.test(path));
    expect(paths).toEqual([...paths].sort());
    const again = await open(`search/${new URL(page.url()).search}`);
    expect(await counted(again)).toBe(all);
    expect(await results(again)).toEqual(await results(page));
  });

  it('shows the way to a series that is searched for by its name', async () => {
    const page = await open(`search/?q=${encodeURIComponent('網代')}`);
    await counted(page);
    const link = page.locator('[data-search-advice] a');
    expect(await link.textContent()).toBe('霧の網代');
    expect(await link.getAttribute('href')).toBe('/kiri-no-ajiro/');
  });

  it('takes words in quotation marks as a phrase, and puts phrases first', async () => {
    const page = await open(`search/?q=${encodeURIComponent('ferry book')}`);
    expect(await counted(page)).toBe(3);
    await expect
      .poll(() => page.locator('.found .x mark').first().textContent())
      .toBe('Ferry Book');
    await page.locator(field).fill('“網方一名”');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('“網方一名”');
    expect(await counted(page)).toBeGreaterThan(0);
    await page.locator(field).fill('"ferry book"');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('"ferry book"');
    expect(await counted(page)).toBe(1);
  });

  it('shows where a word begins before it shows it within others', async () => {
    const page = await open(`search/?q=${encodeURIComponent('over')}&series=one-over`);
    expect(await counted(page)).toBeGreaterThan(0);
    await page.locator('.found .x mark').first().waitFor();
    const insides = await page
      .locator('.found .x mark')
      .evaluateAll(
        (marks) =>
          marks.filter((mark) => /[a-z]$/i.test(mark.previousSibling?.textContent ?? '')).length,
      );
    expect(insides).toBe(0);
    await page.locator(field).fill('erry');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('erry');
    expect(await counted(page)).toBe(3);
  });

  it.each(['goBack', 'reload'] as const)('is as it was after %s', async (way) => {
    const page = await open('search/?q=%E6%B0%B4&series=kiri-no-ajiro');
    await counted(page);
    await page.getByRole('button', { name: /第5話.*ほか\d+か所/ }).click();
    const place = page.locator('.places a').nth(2);
    await place.scrollIntoViewIfNeeded();
    await place.focus();
    const before = await page.evaluate(() => ({
      scroll: scrollY,
      href: (document.activeElement as HTMLAnchorElement).href,
    }));
    expect(before.scroll).toBeGreaterThan(0);
    if (way === 'goBack') {
      await page.keyboard.press('Enter');
      await page.waitForURL('**/kiri-no-ajiro/05/**');
    }
    await page[way]();
    await expect
      .poll(() =>
        page.evaluate(() => ({
          scroll: scrollY,
          href: (document.activeElement as HTMLAnchorElement).href,
        })),
      )
      .toEqual(before);
  });

  it('says what to do where nothing is found', async () => {
    const page = await open(`search/?q=${encodeURIComponent('ぬるぽ')}&series=one-over`);
    expect(await counted(page)).toBe(0);
    expect(await page.locator('.state').textContent()).toContain(
      '「ぬるぽ」は、話の中には見つかりませんでした',
    );
    await page.getByRole('button', { name: 'すべての作品で探す' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('series')).toBeNull();
  });

  it('shows more places of an episode, each with a way there', async () => {
    const page = await open('search/?q=%E6%B0%B4');
    await counted(page);
    const row = page.locator('.found > li').first();
    await row.getByRole('button', { name: /ほか\d+か所/ }).click();
    const places = row.locator('.places a');
    await expect.poll(() => places.count()).toBeGreaterThan(2);
    for (const place of await places.all())
      expect(await place.locator('mark').count()).toBeGreaterThan(0);
    const hrefs = await places.evaluateAll((links) => links.map((one) => one.getAttribute('href')));
    expect(new Set(hrefs).size).toBe(hrefs.length);
  });

  it('is moved through with the arrows, and Enter opens', async () => {
    const page = await open(`search/?q=${encodeURIComponent('報告書')}`);
    await counted(page);
    // Whoever comes with a query is in the field already, where a slash would be written.
    expect(await page.locator(field).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    const first = page.locator('.found a').first();
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await page.locator(field).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    const href = await first.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${String(href)}`);
  });

  it('tells of a lost connection, and goes on when it is back', async () => {
    const page = await context.newPage();
    await page.goto(`${inject('sampleUrl')}search/`);
    await page.locator(field).focus();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.locator(field).fill('能見');
    await expect.poll(() => page.locator('.state').textContent()).toContain('つながりませんでした');
    expect(await page.locator('[data-search-count]').textContent()).toBe('');
    expect(await page.locator('[data-search-retry]').isVisible()).toBe(true);
    await context.setOffline(false);
    expect(await counted(page)).toBeGreaterThan(0);
    expect(await page.locator('[data-search-retry]').isVisible()).toBe(false);
  });

  it('looks again where a newer site has taken the place of the one it knows', async () => {
    let asked = 0;
    await context.route('**/manifest.pack', async (route) => {
      const response = await route.fetch();
      asked += 1;
      const text = inflateRawSync(await response.body()).toString();
      const body = deflateRawSync(text.replaceAll(/"folder":"\w+"/g, '"folder":"gone"'));
      await route.fulfill(asked === 1 ? { response, body } : { response });
    });
    const page = await open('search/');
    await page.locator(field).fill('報告書');
    expect(await counted(page)).toBe(5);
    expect(asked).toBe(2);
  });

  it('searches what an input method has not turned into kanji yet, without its loose letters', async () => {
    const page = await open('search/');
    await page.locator(field).focus();
    const session = await context.newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('じょうｒ');
    expect(await counted(page)).toBeGreaterThan(0);
    await compose('じょうろ');
    await expect.poll(() => counted(page)).toBe(1);
    expect(new URL(page.url()).search).toBe('');
    await session.send('Input.insertText', { text: '如雨露' });
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('如雨露');
  });

  it.each([phone, desk])(
    'stays where it is while it fills, and is open to all: $width',
    async (viewport) => {
      await context.close();
      context = await browser.newContext({ viewport });
      await context.route(/\.pack$/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await route.continue();
      });
      const page = await open('search/?q=%E6%B0%B4');
      await counted(page);
      const before = await layoutShift(page);
      await page.locator('.found .x mark').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await layoutShift(page)).toBe(before);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axeViolations(page)).toEqual([]);
      }
    },
  );
});

describe('a result', () => {
  it.each([
    ['horizontal, on a reading', 'kujo-hokoku', 'じょうろ', '如雨露'],
    ['vertical, on a base', 'kiri-no-ajiro', '水帳', '水帳'],
    ['in another language, a phrase', 'one-over', 'ferry book', 'Ferry Book'],
  ])('opens the passage, marked and in sight: %s', async (_, series, query, text) => {
    const page = await open(`search/?q=${encodeURIComponent(query)}&series=${series}`);
    await counted(page);
    await page.locator('.found > li').first().locator('a').first().click();
    await page.waitForURL(`**/${series}/**`);
    const mark = page.locator('mark[data-found=here]').first();
    await mark.waitFor();
    expect(text).toContain(await mark.textContent());
    const box = await mark.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= phone.height).toBe(true);
    expect(box && box.x >= 0 && box.x + box.width <= phone.width).toBe(true);
  });

  it('leads to the place that its excerpt shows, each of them', async () => {
    const page = await open('search/?q=%E6%B0%B4&series=kiri-no-ajiro');
    await counted(page);
    const row = page.locator('.found > li').first();
    await row.locator('.places button').click();
    await row.locator('.places a').first().waitFor();
    const links = await row.locator('a').evaluateAll((all) =>
      all.map((link) => ({
        href: (link as HTMLAnchorElement).href,
        // What follows behind a wide space may be of the next block.
        said: link.querySelector('.x')?.textContent.replace(/^…|…$/g, '').split('\u2003')[0] ?? '',
      })),
    );
    const telling = links.filter((one) => one.said.length > 8);
    expect(telling.length).toBeGreaterThan(3);
    for (const { href, said } of telling) {
      const target = await context.newPage();
      await target.goto(href);
      await target.locator('mark[data-found=here]').first().waitFor();
      const block = await target
        .locator('mark[data-found=here]')
        .first()
        .evaluate((mark) => {
          const copy = mark.closest('p, li, h1, h2, h3')?.cloneNode(true) as Element;
          for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
          return copy.textContent.replace(/\s/g, '');
        });
      expect(block).toContain(said.replace(/\s/g, ''));
      await target.close();
    }
  });

  it('leaves who has read on where they are, and takes its marks away on Escape', async () => {
    const page = await open(`kujo-hokoku/03/#find=${encodeURIComponent('能見')}&nth=2`);
    await page.locator('mark[data-found=here]').waitFor();
    await page.evaluate(() => {
      scrollTo({ top: document.body.scrollHeight });
    });
    const end = await page.evaluate(() => scrollY);
    await page.reload();
    await page.locator('mark[data-found=here]').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(end);
    const text = await page.locator('article').innerHTML();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('mark').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe('');
    expect(text.replaceAll(/<mark[^>]*>|<\/mark>/g, '')).toBe(
      await page.locator('article').innerHTML(),
    );
  });

  it('is found by what is copied from a page with readings', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open('kiri-no-ajiro/01/');
    await page.evaluate(() => {
      const paragraph = document.querySelector('.text p:has(ruby)');
      if (paragraph === null) throw new Error('no readings');
      getSelection()?.selectAllChildren(paragraph);
    });
    await page.keyboard.press('ControlOrMeta+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.length).toBeGreaterThan(20);
    await page.goto(`${inject('sampleUrl')}search/?q=${encodeURIComponent(copied)}`);
    expect(await counted(page)).toBe(1);
  });

  it('loads the texts of what is in sight, and no others', async () => {
    const pieces: string[] = [];
    context.on('request', (request) => {
      if (/text-\d+\.pack$/.test(request.url())) pieces.push(request.url());
    });
    const page = await open(`search/?q=${encodeURIComponent('。')}`);
    expect(await counted(page)).toBeGreaterThan(20);
    await page.waitForLoadState('networkidle');
    expect(pieces.length).toBeLessThan(10);
  });
});

describe('a site that hides what has not been read', () => {
  let site: ServedSite;

  beforeAll(async () => {
    const part = (order: number, text: string) =>
      `---\norder: ${order}\ndate: 2026-04-01\n---\n${text}\n`;
    const series = (text: string) => ({
      'series.yaml': 'title: 話\n',
      '1.md': part(1, `はじまり。${text}`),
      '2.md': part(2, `なかほど。${text}`),
      '3.md': part(3, `おわり。${text}`),
      'news.md': `---\nkind: notice\ndate: 2026-04-01\n---\nお知らせ。${text}\n`,
    });
    const files = (id: string) =>
      Object.fromEntries(
        Object.entries(series('灯台。')).map(([name, text]) => [`${id}/${name}`, text]),
      );
    const settings = 'title: 文庫\nurl: https://example.org/novels/\nsearch: { unread: hide }\n';
    site = await serveSite(
      { ...files('umi'), ...files('yama'), 'site.yaml': settings },
      '/novels/',
    );
  });

  afterAll(() => site.close());

  const found = async () => {
    const page = await open(`search/?q=${encodeURIComponent('灯台')}`, site.url);
    await counted(page);
    return { page, paths: [...(await results(page))].sort() };
  };
  const notices = ['/novels/umi/news/', '/novels/yama/news/'];

  it('keeps search to the furthest part read of each series, until asked', async () => {
    expect((await found()).paths).toEqual(notices);
    const nothing = await open(`search/?q=${encodeURIComponent('はじまり')}`, site.url);
    expect(await counted(nothing)).toBe(0);
    expect(await nothing.locator('.state').textContent()).toContain('読んだ話の中には');
    await nothing.getByRole('button', { name: 'まだ読んでいない話も探す' }).click();
    await expect.poll(() => results(nothing)).toEqual(['/novels/umi/1/', '/novels/yama/1/']);
    await open('umi/2/', site.url);
    const { page, paths } = await found();
    expect(paths).toEqual(['/novels/umi/1/', '/novels/umi/2/', ...notices].sort());
    await page.getByRole('checkbox', { name: 'まだ読んでいない話も探す' }).check();
    expect(await counted(page)).toBe(8);
    expect(new URL(page.url()).searchParams.get('unread')).toBe('show');
  });

  it('keeps the record in the browser, by series and id, and forgives what it finds there', async () => {
    const page = await open('umi/1/', site.url);
    await page.goto(`${site.url}umi/3/`);
    await page.goto(`${site.url}umi/1/`);
    const kept = await page.evaluate(() => localStorage.getItem('tsuzuki:read'));
    expect(JSON.parse(kept ?? '')).toEqual({ '/novels/umi/': ['1', '3'] });
    for (const spoilt of [
      ...['{', '[]', 'null', '{"/novels/umi/":"3"}', '{"/novels/umi/":[3]}'],
      '{"__proto__":["3"]}',
    ]) {
      await page.evaluate((text) => {
        localStorage.setItem('tsuzuki:read', text);
      }, spoilt);
      expect((await found()).paths).toEqual(notices);
    }
  });
});
