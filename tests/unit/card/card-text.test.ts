import { describe, expect, it } from 'vitest';
import { episodeCardTexts, seriesCardText, siteCardText } from '#src/card/card-text.ts';
import { episodes, episode, extra, manuscript, notice } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

const site = {
  ...manuscript({}).settings,
  title: '｜書庫《しょこ》',
  description: '《《話》》の置き場。',
};
const entries = [
  ...episodes(9),
  episode(10, { title: '｜雨《あめ》の日の《《客》》' }),
  extra(10, 'aside', { title: '寄り道' }),
  notice('rest', { title: '休み' }),
];
const told = toldSeries(entries, { title: '｜席《せき》', category: '長編' });
const said = (slug: string | number, series = told) =>
  episodeCardTexts(series, site)(partOf(series, slug));

describe('what a card says', () => {
  it('is the label and the title of an episode, with its series and the site, in base text', () => {
    expect(said(10)).toMatchObject({
      series: '【長編】席',
      label: '続編⑩',
      title: '雨の日の客',
      site: '書庫',
    });
  });

  it('is the series’ title where the episode has none', () => {
    expect(said(1)).toMatchObject({ series: '【長編】', label: '前編①', title: '席' });
  });

  it('is what kind of a text an extra and a notice are', () => {
    expect(said('aside')).toMatchObject({ label: '番外編', title: '寄り道' });
    expect(said('rest')).toMatchObject({ label: 'お知らせ', title: '休み' });
  });

  it('is in the language of the series', () => {
    const labels = { kind: 'preset', name: 'part', numerals: undefined } as const;
    const english = toldSeries([...episodes(2), notice('rest')], { language: 'en', labels });
    expect(said(2, english)).toMatchObject({ label: 'Part 2', language: 'en', siteLanguage: 'ja' });
    expect(said('rest', english).label).toBe('Notice');
  });

  it('is no label where the only episode needs none', () => {
    const alone = toldSeries(episodes(1), { title: '席' });
    expect(said(1, alone)).toMatchObject({ label: undefined, title: '席', series: '' });
  });

  it('is the author of a series, and what the site is', () => {
    const author = { name: '乗越まどか' };
    expect(seriesCardText({ ...told, author }, site)).toMatchObject({
      series: '【長編】',
      title: '席',
      note: '作\u3000乗越まどか',
      site: '書庫',
    });
    expect(seriesCardText({ ...told, author: undefined }, site).note).toBeUndefined();
    expect(siteCardText(site)).toMatchObject({
      title: '書庫',
      note: '話の置き場。',
      site: undefined,
    });
  });
});
