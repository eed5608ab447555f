import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardSize } from '#src/card/card-design.ts';
import { createCardLayout, type CardLayout } from '#src/card/card-layout.ts';
import type { CardText } from '#src/card/card-text.ts';
import { createCardPress } from '#src/card/draw-card.ts';
import { readTrueType } from '#src/card/true-type.ts';
import { toldTitles } from '#tests/support/told-titles.ts';
import { mincho, minchoFile } from './mincho.ts';
import { drawnByTakumi, letterByLetter } from './takumi.ts';

const said: CardText = {
  language: 'ja',
  series: '【長編】潮見坂の時計屋',
  label: '続編⑩',
  title: '雨の日の客',
  note: undefined,
  site: '書庫',
  siteLanguage: 'ja',
};
const titles = [
  ...toldTitles(4),
  '――いつか……“fi”「ﾊﾝｶｸ」髙㉑éЯΩ',
  'The fifth office: AVATAR, To Wa "fi" ffl',
  'が゛ば、ヴ・ー',
];
const texts = titles.map((title) => ({ ...said, title, note: '作　乗越まどか' }));
const press = createCardPress(minchoFile);
const pixels = async (png: Uint8Array) => sharp(png).ensureAlpha().raw().toBuffer();
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe('a drawn card', () => {
  it('is a PNG of 1200 × 630 pixels in the inks of the site, on its paper', async () => {
    const image = sharp(press.draw(said));
    expect(await image.metadata()).toMatchObject({
      format: 'png',
      ...cardSize,
      bitsPerSample: 4,
    });
    const colours = new Map<string, number>();
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += info.channels) {
      const colour = data.subarray(at, at + 3).toString('hex');
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const most = [...colours].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
    expect(most[0]).toBe('fbfaf6');
    expect(most).toEqual(expect.arrayContaining(['26231f', '234a80', '665f56']));
  });

  it('is the same from any press, in any order, and again', () => {
    const drawn = texts.map(press.draw);
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts.keys(), ...texts.keys()]), (order) => {
        const another = createCardPress(minchoFile);
        for (const i of order) {
          const [text, first] = [texts[i] ?? said, drawn[i] ?? Buffer.alloc(0)];
          expect(isSame(another.draw(text), first)).toBe(true);
          expect(isSame(press.draw(text), first)).toBe(true);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('can be drawn of all that the face has, however long', () => {
    const { glyphs } = readTrueType(minchoFile);
    const character = fc.constantFrom(...glyphs.keys()).map((code) => String.fromCodePoint(code));
    const line = fc.array(character, { maxLength: 60 }).map((all) => all.join(''));
    const any = fc.record({ title: line, series: line, label: line, note: line, site: line });
    fc.assert(
      fc.property(any, (words) => {
        const png = press.draw({ ...said, ...words });
        expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
      }),
    );
  });

  it('weighs at most 12 KB on average', () => {
    const bytes = toldTitles(100).map((title) => press.draw({ ...said, title }).length);
    expect(bytes.reduce((sum, one) => sum + one, 0) / bytes.length).toBeLessThan(12_000);
    expect(Math.max(...bytes)).toBeLessThan(25_000);
  });
});

describe('the type of a card', () => {
  const layouts = texts.map(createCardLayout(mincho));
  const line = { text: '門', left: 300, top: 200, size: 100, ink: 'ink' } as const;

  it('covers each pixel as far as its outlines do, to the nearest of six steps', async () => {
    const scale = 4;
    const halfAStep = (0xfb - 0x26) / 6 / 2;
    for (const layout of layouts.slice(-3)) {
      const ours = await pixels(press.print(layout));
      const theirs = await drawnByTakumi(letterByLetter(layout), scale);
      let most = 0;
      for (const [at, value] of inked(ours, shrunk(theirs, scale))) {
        most = Math.max(most, Math.abs(value - (ours[at] ?? 0)));
      }
      // They take sixteen samples of each of their pixels.
      expect(most).toBeLessThan(halfAStep + 14);
    }
  });

  it('stands where another sets the same lines', async () => {
    for (const layout of layouts.map(letterByLetter)) {
      const ours = await pixels(press.print(layout));
      let [sum, count] = [0, 0];
      for (const [at, value] of inked(ours, await drawnByTakumi(layout))) {
        sum += Math.abs(value - (ours[at] ?? 0));
        count += 1;
      }
      // Moved by a quarter of a pixel, it would be twice as far.
      expect(sum / count).toBeLessThan(14);
    }
  });

  it('is in its box', async () => {
    const drawn = press.print({ lines: [line], rules: [] });
    const { info } = await sharp(drawn).trim().toBuffer({ resolveWithObject: true });
    // The ink begins a little inside.
    expect(Math.abs(-(info.trimOffsetLeft ?? 0) - line.left)).toBeLessThan(15);
    expect(Math.abs(-(info.trimOffsetTop ?? 0) - line.top)).toBeLessThan(15);
    expect(info.width).toBeGreaterThan(80);
    expect(info.height).toBeGreaterThan(80);
  });

  it('may touch: a dash of two goes on without a gap', async () => {
    for (const [ink, size] of [
      ['ink', 104],
      ['soft', 27],
      ['accent', 33],
    ] as const) {
      const layout: CardLayout = {
        lines: [{ ...line, text: '――', size, ink, left: 301 }],
        rules: [],
      };
      const data = await pixels(press.print(layout));
      const { width } = cardSize;
      const middle = Array.from(data.keys()).filter(
        (at) => at % 4 === 0 && Math.abs(((at / 4) % width) - 301 - size) < size / 2,
      );
      const darkest = Math.min(...middle.map((at) => data[at] ?? 0));
      const dark = middle.filter((at) => data[at] === darkest);
      const columns = new Set(dark.map((at) => (at / 4) % width));
      expect(columns.size).toBeGreaterThan(size - 3);
    }
  });
});

/** The pixels that are not paper in either of two pictures: where they are, and the second's red. */
function* inked(ours: Uint8Array, theirs: Uint8Array): Generator<readonly [number, number]> {
  for (let at = 0; at < ours.length; at += 4) {
    const value = theirs[at] ?? 0;
    if (ours[at] !== 0xfb || value !== 0xfb) yield [at, value];
  }
}

/** The red of a picture in a size that is so many times smaller: of each pixel, the mean. */
function shrunk(picture: Uint8Array, scale: number): Uint8Array {
  const { width, height } = cardSize;
  const sums = new Uint32Array(width * height);
  for (let at = 0; at < picture.length / 4; at += 1) {
    const [x, y] = [at % (width * scale), Math.floor(at / (width * scale))];
    const to = Math.floor(y / scale) * width + Math.floor(x / scale);
    sums[to] = (sums[to] ?? 0) + (picture[4 * at] ?? 0);
  }
  const small = new Uint8Array(4 * width * height);
  for (const [at, sum] of sums.entries()) small[4 * at] = Math.round(sum / scale ** 2);
  return small;
}
