import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { plainFold, type PlainBlock } from '#tests/support/plain-search.ts';
import { launchBrowser } from './launch.ts';
import { readPlainSite, searchFor, type PlainSite } from './search-site.ts';

/**
 * The search page of the built sample against a search through the pages themselves. The queries are
 * drawn from the text by kind, so that whatever the sample comes to say is searched for.
 */

let browser: Browser;
let page: Page;
let site: PlainSite;
let blocks: readonly PlainBlock[];

beforeAll(async () => {
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
  await page.goto(`${inject('sampleUrl')}search/`);
  site = await readPlainSite(inject('sampleDir'));
  blocks = [...site.episodes.values()].flat();
});

afterAll(() => browser.close());

/** Queries of each kind. */
const PER_KIND = 15;

type Kind = (blocks: readonly PlainBlock[]) => readonly string[];

const kinds: Readonly<Record<string, Kind>> = {
  compounds: fromText(/\p{Script=Han}{3,6}/gu),
  katakana: fromText(/[ァ-ヶー]{3,}/gu),
  'across the boundaries of words': fromText(/\p{Script=Han}[はがをにのと]\p{Script=Han}/gu),
  'verbs with okurigana': fromText(/\p{Script=Han}[ぁ-ん]{2,3}(?=[。、])/gu),
  'inflections without their stem': fromText(/[ぁ-ん]{3,5}(?=[。、])/gu),
  'single kanji': fromText(/\p{Script=Han}/gu),
  'single kana': fromText(/[ぁ-んァ-ヶ]/gu),
  'names and their particles': fromText(/\p{Script=Han}{2}(?:さん|氏|様)[はがにも]/gu),
  'mixed with Latin letters and digits': fromText(/[A-Za-z0-9]+\P{L}?[\p{Script=Han}ぁ-ん]{1,3}/gu),
  'English words and their parts': fromText(/[A-Za-z]{4,}/g, (word) => word.slice(1)),
  phrases: fromText(/[^。「」\s]{10,24}/gu),
  punctuation: fromText(/[、。！？「」『』…―（）・]{2,4}/gu),
  'parts between punctuation': fromText(/.[、。」].{1,3}/gu),
  'across ruby': (all) =>
    spread(all.filter(hasReading).flatMap(({ written }) => written.slice(0, 12))),
  readings: (all) => spread(all.filter(hasReading).flatMap(readAround)),
  'other widths': (all) => spread(widths(all)),
  'several terms': (all) =>
    spread(
      all.flatMap(({ written }) => {
        const words = written.match(/\p{Script=Han}{2,}|[ァ-ヶー]{3,}|[A-Za-z]{4,}/gu) ?? [];
        return words.length > 1 ? [`${words.at(-1) ?? ''}　${words[0] ?? ''}`] : [];
      }),
    ),
};

describe('search finds exactly what the pages say', () => {
  it.each(Object.keys(kinds))('%s', async (kind) => {
    const queries = kinds[kind]?.(blocks) ?? [];
    expect(queries.length).toBeGreaterThanOrEqual(10);
    for (const query of queries) await expectExact(query, 'some');
  });

  it('absent', async () => {
    const texts = blocks.map(({ written }) => written.trim()).filter((text) => text.length > 6);
    const absent = spread(texts.map((text) => [...text.slice(0, 6)].reverse().join('')));
    const queries = absent.filter((query) => site.find(query).length === 0);
    expect(queries.length).toBeGreaterThanOrEqual(8);
    for (const query of queries) await expectExact(query, 'none');
  });

  it('500 random stretches of the text', async () => {
    const dice = createDice(20261125);
    for (let i = 0; i < 500; i += 1) {
      const { written, aloud } = dice.of(blocks);
      const characters = [...(dice.below(2) === 0 ? written : aloud)];
      const length = 1 + dice.below(12);
      const from = dice.below(Math.max(1, characters.length - length + 1));
      const query = characters.slice(from, from + length).join('');
      if (plainFold(query) !== '') await expectExact(query, 'some');
    }
  });
});

async function expectExact(query: string, amount: 'some' | 'none'): Promise<void> {
  const paths = site.find(query);
  expect([query, paths.length > 0]).toEqual([query, amount === 'some']);
  const shown = await searchFor(page, query);
  expect([query, shown]).toEqual([query, { count: String(paths.length), paths }]);
}

/** What an expression finds in the text, from its beginning to its end. */
function fromText(expression: RegExp, change = (found: string): string => found): Kind {
  return (all) => spread(all.flatMap(({ written }) => written.match(expression) ?? []).map(change));
}

/** Different ones, as far apart from each other as there are. */
function spread(found: readonly string[]): readonly string[] {
  const different = [...new Set(found)].filter((one) => plainFold(one) !== '');
  const step = Math.max(1, different.length / PER_KIND);
  return Array.from(
    { length: Math.min(PER_KIND, different.length) },
    (_, i) => different[Math.floor(i * step)] ?? '',
  );
}

function hasReading({ written, aloud }: PlainBlock): boolean {
  return written !== aloud;
}

/** What is read aloud otherwise than it is written, with some of what follows. */
function readAround({ written, aloud }: PlainBlock): readonly string[] {
  const start = [...aloud].findIndex((character, i) => character !== [...written][i]);
  return [aloud.slice(start, start + 4), aloud.slice(Math.max(0, start - 2), start + 8)];
}

function widths(all: readonly PlainBlock[]): readonly string[] {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
  return all.flatMap(({ written }) => [
    ...(written.match(/[A-Za-z]{3,}|\d{2,}/g) ?? []).map(wide),
    ...(written.match(/[ァ-ヶー]{3,}/g) ?? []).map((word) =>
      word.replace(/ル/g, 'ﾙ').replace(/バ/g, 'ﾊﾞ'),
    ),
  ]);
}

/** A small generator of pseudo-random numbers (a linear congruence). */
function createDice(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    of: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
  };
}
