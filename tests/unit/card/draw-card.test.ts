import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { layOutCard } from '#src/card/card-layout.ts';
import type { CardText } from '#src/card/card-text.ts';
import { createCardPress } from '#src/card/draw-card.ts';
import { toldTitles } from '#tests/support/told-titles.ts';
import { mincho, minchoFile } from './mincho.ts';

const said: CardText = {
  language: 'ja',
  series: '【長編】潮見坂の時計屋',
  label: '続編⑩',
  title: '雨の日の客',
  note: undefined,
  site: '書庫',
  siteLanguage: 'ja',
};
const layouts = toldTitles(12).map((title) => layOutCard({ ...said, title }, mincho));

describe('a drawn card', () => {
  it('is a PNG of 1200 × 630 pixels in the inks of the site, on its paper', async () => {
    const press = await createCardPress(minchoFile);
    const image = sharp(await press.draw(layOutCard(said, mincho)));
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const colours = new Map<string, number>();
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    for (let at = 0; at < data.length; at += info.channels) {
      const colour = data.subarray(at, at + 3).toString('hex');
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    const most = [...colours].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
    expect(most[0]).toBe('fbfaf6');
    expect(most.slice(0, 12)).toEqual(expect.arrayContaining(['26231f', '234a80', '665f56']));
  });

  it('is the same from any press, one after the other or all at once', async () => {
    const [first, second] = [await createCardPress(minchoFile), await createCardPress(minchoFile)];
    const atOnce = await Promise.all(layouts.map((layout) => first.draw(layout)));
    for (const [i, layout] of [...layouts.entries()].reverse()) {
      expect(Buffer.compare(await second.draw(layout), atOnce[i] ?? Buffer.alloc(0))).toBe(0);
    }
  });

  it('has each line where it was placed', async () => {
    const press = await createCardPress(minchoFile);
    const line = { text: '門', left: 300, top: 200, size: 100, ink: 'ink' } as const;
    const drawn = await press.draw({ lines: [line], rules: [] });
    const { info } = await sharp(drawn).trim().toBuffer({ resolveWithObject: true });
    // Where its box is: the ink begins a little inside.
    expect(Math.abs(-(info.trimOffsetLeft ?? 0) - line.left)).toBeLessThan(15);
    expect(Math.abs(-(info.trimOffsetTop ?? 0) - line.top)).toBeLessThan(15);
    expect(info.width).toBeGreaterThan(80);
    expect(info.height).toBeGreaterThan(80);
  });

  it('weighs at most 25 KB on average', async () => {
    const press = await createCardPress(minchoFile);
    const all = await Promise.all(layouts.map((layout) => press.draw(layout)));
    const bytes = all.map(({ length }) => length);
    expect(bytes.reduce((sum, one) => sum + one, 0) / bytes.length).toBeLessThan(25_000);
    expect(Math.max(...bytes)).toBeLessThan(60_000);
  });
});
