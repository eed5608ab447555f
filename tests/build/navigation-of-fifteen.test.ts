import { beforeAll, describe, expect, it } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import {
  attribute,
  attributes,
  build,
  element,
  elements,
  navigationBlocks,
  navigationOf,
  textOf,
  texts,
  withToken,
  type Built,
  type Element,
} from './built-pages.ts';
import { episodes, series, site } from './writing.ts';

const all = Array.from({ length: 15 }, (_, index) => index + 1);
const numerals = '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ 11 12 13 14 15'.split(' ');
const numeral = (order: number) => numerals[order - 1] ?? '';
const ownMark = (order: number) =>
  order === 15 ? '完結編15' : `${order === 1 ? '前編' : '続編'}${numeral(order)}`;
const earlier = (order: number) => `${order === 1 ? '' : '←'}前編${numeral(order)}`;
const after = (order: number) => `→${order === 15 ? '完結編' : '続編'}${numeral(order)}`;

// An episode of 2,500 characters, of which no sentence is like another.
const kana = Array.from(
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
);
const kanji = Array.from(
  '雨傘窓机紙電話客席扉鍵駅夜朝声手目道水火山川空風月星花鳥犬猫本字名駒棚箱糸針',
);
const length = 2500;

let built: Built;
const page = (order: number) => built.page(`story/${order}/`);

beforeAll(async () => {
  const said = { title: '席', category: '長編', status: 'complete' };
  built = await build({ ...site(), ...series('story', said, episodes(15, prose())) });
});

describe('the series navigation of a finished series of fifteen', () => {
  it('is what part ten is known for', () => {
    expect(navigationOf(page(10))).toEqual([
      ...['前編①', '←前編②', '←前編③', '←前編④', '←前編⑤', '←前編⑥', '←前編⑦'],
      ...['←前編⑧', '←前編⑨', '→続編11', '→続編12', '→続編13', '→続編14', '→完結編15'],
    ]);
  });

  it.each(all)('lists the other fourteen from part %i, in both blocks', (here) => {
    const labels = all
      .filter((order) => order !== here)
      .map((order) => (order < here ? earlier(order) : after(order)));
    expect(navigationBlocks(page(here))).toHaveLength(2);
    expect(navigationOf(page(here))).toEqual(labels);
  });

  it.each(all)('leads from part %i to the parts that it names', (here) => {
    const addresses = all.filter((order) => order !== here).map((order) => `/story/${order}/`);
    for (const block of navigationBlocks(page(here))) {
      expect(attributes(elements(block, 'a'), 'href')).toEqual(addresses);
    }
  });

  it('hides the arrows from those who hear the page, and nothing else', () => {
    const [block] = navigationBlocks(page(10));
    const hidden = block === undefined ? [] : elements(block, '*', 'aria-hidden');
    expect(texts(hidden)).toEqual([...Array<string>(8).fill('←'), ...Array<string>(5).fill('→')]);
    expect(new Set(attributes(hidden, 'aria-hidden'))).toEqual(new Set(['true']));
  });

  it('names its two lists, and leaves out one with nothing in it', () => {
    const names = (order: number) =>
      navigationBlocks(page(order)).map((block) => attributes(elements(block, 'ol'), 'aria-label'));
    expect(names(1)).toEqual([['これから'], ['これから']]);
    expect(names(10)).toEqual([
      ['これまで', 'これから'],
      ['これまで', 'これから'],
    ]);
    expect(names(15)).toEqual([['これまで'], ['これまで']]);
  });

  it.each(all)('stands apart from 前の話, 目次 and 次の話 of part %i', (here) => {
    const words = ['前の話', '目次', '次の話'];
    const inside = navigationBlocks(page(here)).flatMap((block) => elements(block));
    expect(texts(inside).filter((text) => words.some((word) => text.includes(word)))).toEqual([]);

    const shown = words.filter((_, i) => !(i === 0 && here === 1) && !(i === 2 && here === 15));
    const links = elements(page(here), 'a').map((link) => textOf(link).replace(/[←→]/, ''));
    expect(links.filter((text) => words.includes(text))).toEqual([...shown, ...shown]);
  });
});

describe('the hooks of an episode', () => {
  it.each(all)('say what part %i is', (order) => {
    expect(attribute(element(page(order), 'article'), 'data-episode')).toBe(`story/${order}`);
    expect(textOf(element(page(order), 'h1'))).toBe(`【${ownMark(order)}】【長編】席`);
  });

  it.each(all)('lead from part %i to its neighbours', (order) => {
    const neighbours = { prev: order - 1, next: order + 1 };
    for (const [rel, target] of Object.entries(neighbours)) {
      const addresses = target < 1 || target > 15 ? [] : [`/story/${target}/`];
      const links = withToken(element(page(order), 'head'), 'link', 'rel', rel);
      const turns = withToken(element(page(order), 'body'), 'a', 'rel', rel);
      expect(attributes(links, 'href')).toEqual(addresses);
      // One before the text and one after it.
      expect(attributes(turns, 'href')).toEqual([...addresses, ...addresses]);
    }
  });

  it('list the parts on the index in reading order', () => {
    const index = built.page('story/');
    const lists = elements(index, '*', 'data-episode-list');
    const links = lists.flatMap((list) => elements(list, 'a'));
    expect(attributes(links, 'href')).toEqual(all.map((order) => `/story/${order}/`));
    const marks = all.map((order) => ownMark(order));
    expect(texts(links).map((text, i) => text.startsWith(marks[i] ?? '?'))).toEqual(
      all.map(() => true),
    );
  });
});

describe('what a reader needs to read an episode of 2,500 characters', () => {
  const weight = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + brotliCompressSync(built.files.get(path) ?? '').length, 0);
  const linked = (tag: string, name: string, test: (one: Element) => boolean) =>
    attributes(elements(page(10), tag, name).filter(test), name).map((path = '') => path.slice(1));
  const html = 'story/10/index.html';
  /** Scripts with those that they import at once. */
  const loaded = (scripts: readonly string[]): readonly string[] =>
    scripts.flatMap((script) => {
      const imports = [...built.text(script).matchAll(/(?:import|from)\s*[`"']\.\/([^`"']+)/g)];
      return [script, ...loaded(imports.map(([, name = '']) => `_astro/${name}`))];
    });

  it('is one style sheet and at most 10 KB, compressed', () => {
    const sheets = linked('link', 'href', (one) => attribute(one, 'rel') === 'stylesheet');
    expect(sheets).toHaveLength(1);
    expect(textOf(element(page(10), 'main'))).toContain(`${length.toLocaleString('ja')}字`);
    expect(weight([html, ...sheets])).toBeLessThanOrEqual(10_000);
  });

  it('is at most 14 KB with all scripts, compressed', () => {
    const sheets = linked('link', 'href', (one) => attribute(one, 'rel') === 'stylesheet');
    const scripts = loaded(linked('script', 'src', () => true));
    expect(scripts.length).toBeGreaterThan(0);
    expect(weight([html, ...sheets, ...scripts])).toBeLessThanOrEqual(14_000);
  });
});

/** Sentences of pseudo-random words, since repetition would compress to nothing. */
function prose(): string {
  let seed = 7;
  const pick = (from: readonly string[]) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor(seed / 65_536) % from.length] ?? '';
  };
  const characters = Array.from({ length }, (_, i) => {
    if (i % 25 === 24) return '。';
    return pick(i % 3 === 0 ? kanji : kana);
  });
  return characters.join('').replaceAll(/(.{125})/g, '$1\n\n');
}
