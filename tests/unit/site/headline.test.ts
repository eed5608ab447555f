import { describe, expect, it } from 'vitest';
import { episodeHeadline } from '#src/site/headline.ts';
import { episode, extra, notice } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

const plain = (notation: string) => notation.replace(/《[^》]*》/g, '');

describe('the headline of an episode', () => {
  const told = toldSeries(
    [
      episode(1),
      episode(2, { title: '雨《あめ》' }),
      extra(2, 'side'),
      notice('news', { title: '休み' }),
    ],
    { title: '時計屋', category: '長編' },
  );
  const headline = (slug: string) => episodeHeadline(told, partOf(told, slug), plain);

  it('is label, category and series where it has no title of its own', () => {
    expect(headline('1')).toEqual({
      own: '【前編①】【長編】時計屋',
      withSeries: '【前編①】【長編】時計屋',
      seriesFirst: '時計屋 前編①',
    });
  });

  it('is label and title, the series behind it where it stands alone', () => {
    expect(headline('2')).toMatchObject({ own: '【続編②】雨', withSeries: '【続編②】雨 - 時計屋' });
  });

  it('begins with the series among what is new from everywhere', () => {
    expect(headline('2').seriesFirst).toBe('時計屋 続編② 雨');
    expect(headline('news').seriesFirst).toBe('時計屋 お知らせ 休み');
  });

  it('names an extra and a notice', () => {
    expect(headline('side').own).toBe('【番外編】【長編】時計屋');
    expect(headline('news').own).toBe('【お知らせ】休み');
  });

  it('has a colon behind the label outside Japanese', () => {
    const english = toldSeries([episode(1), episode(2, { title: 'Rain' })], {
      title: 'The Clock',
      language: 'en',
      labels: { kind: 'preset', name: 'part', numerals: undefined },
    });
    expect(episodeHeadline(english, partOf(english, 1), plain).own).toBe('Part 1: The Clock');
    expect(episodeHeadline(english, partOf(english, 2), plain)).toMatchObject({
      own: 'Part 2: Rain',
      seriesFirst: 'The Clock, Part 2: Rain',
    });
  });

  it('has no label where the only episode needs none', () => {
    const single = toldSeries([episode(1)], { title: '時計屋' });
    const headline = episodeHeadline(single, partOf(single, 1), plain);
    expect(headline).toMatchObject({ own: '時計屋', seriesFirst: '時計屋' });
  });
});
