import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardSize, frame } from '#src/card/card-design.ts';
import { createCardLayout, type CardLayout } from '#src/card/card-layout.ts';
import type { CardText } from '#src/card/card-text.ts';
import { toldTitles } from '#tests/support/told-titles.ts';
import { mincho } from './mincho.ts';

const plain: CardText = {
  language: 'ja',
  series: '【長編】潮見坂の時計屋',
  label: '続編⑩',
  title: '雨の日の客',
  note: undefined,
  site: '書庫',
  siteLanguage: 'ja',
};
const layOutCard = createCardLayout(mincho);
const layOut = (said: Partial<CardText>) => layOutCard({ ...plain, ...said });
const read = (said: Partial<CardText>) => layOut(said).lines.map(({ text }) => text);
const sizes = (layout: CardLayout) => layout.lines.map(({ size }) => size);

describe('a card', () => {
  it('says, from its head to its foot, series, label, title and site', () => {
    const { lines } = layOut({});
    expect(lines.map(({ text }) => text)).toEqual([
      '【長編】潮見坂の時計屋',
      '続編⑩',
      '雨の日の客',
      '書庫',
    ]);
    const tops = lines.map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(Math.max(...sizes({ lines, rules: [] }))).toBe(lines[2]?.size);
  });

  it('bears the label in the accent between two rules, and nothing else in it', () => {
    const { lines, rules } = layOut({});
    expect(lines.filter(({ ink }) => ink === 'accent').map(({ text }) => text)).toEqual(['続編⑩']);
    expect(rules.filter(({ ink }) => ink === 'accent')).toHaveLength(2);
    expect(layOut({ label: undefined }).rules.filter(({ ink }) => ink === 'accent')).toEqual([]);
  });

  it('lets the series be the title where nothing of that can be drawn, and else the site', () => {
    const [series, site] = ['【長編】潮見坂の時計屋', '書庫'];
    expect(read({ title: '🎉' })).toEqual(['続編⑩', series, site]);
    expect(read({ title: '안녕', series: 'ไทย' })).toEqual(['続編⑩', site]);
    expect(read({ title: '', series: undefined, label: '👻', site: '🎉' })).toEqual([]);
  });

  it('says nothing twice', () => {
    expect(read({ site: plain.title })).toEqual([plain.series, '続編⑩', plain.title]);
    expect(read({ series: '書庫' })).toEqual(['書庫', '続編⑩', plain.title]);
  });

  it('sets a long title smaller than a short one', () => {
    const long = layOut({ title: '返ってこない一冊の本をめぐる、坂の途中の店の長い長い話' });
    expect(Math.max(...sizes(long))).toBeLessThan(Math.max(...sizes(layOut({}))));
  });

  it('stands on one axis, between its rules, and no line on another, whatever it says', () => {
    const [bounds, far] = [frame.edge + frame.thick, 1];
    const hostile = [
      '長い題'.repeat(700),
      'W'.repeat(2000),
      '<]]>&\u000b\u202e"',
      '🎉',
      'ไทย',
      '',
      '………',
      ' ',
    ];
    const said = fc.oneof(
      fc.constantFrom(...hostile, ...toldTitles(100)),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    );
    const texts = fc.record({
      language: fc.constantFrom('ja', 'en'),
      series: fc.option(said, { nil: undefined }),
      label: fc.option(said, { nil: undefined }),
      title: said,
      note: fc.option(said, { nil: undefined }),
      site: fc.option(said, { nil: undefined }),
      siteLanguage: fc.constantFrom('ja', 'en'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        const { lines } = layOutCard(text);
        lines.forEach(({ text: line, left, top, size }, i) => {
          const width = mincho.width(line) * size;
          expect(Math.abs(left + width / 2 - cardSize.width / 2)).toBeLessThanOrEqual(far);
          expect(left).toBeGreaterThanOrEqual(frame.side);
          expect(top).toBeGreaterThanOrEqual(bounds);
          expect(top + size).toBeLessThanOrEqual(lines[i + 1]?.top ?? cardSize.height - bounds);
        });
      }),
    );
  });
});
