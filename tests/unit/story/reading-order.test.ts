import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleSite } from '#src/story/site.ts';
import { shuffled, tale } from '#tests/support/arbitrary-tale.ts';
import {
  episode,
  episodes,
  extra,
  later,
  launch,
  manuscript,
  notice,
} from '#tests/support/manuscript.ts';
import { slugs, toldSeries } from '#tests/support/told-series.ts';

describe('episodes', () => {
  it('are read by their order, whatever their dates and files', () => {
    const told = toldSeries([
      episode(2, { date: launch, slug: 'b' }),
      episode(10, { date: launch + 1, slug: 'a' }),
      episode(1, { date: launch + 2, slug: 'c' }),
    ]);
    expect(slugs(told.readingOrder)).toEqual(['c', 'b', 'a']);
  });

  it('may begin at 0 and stand between two others', () => {
    const told = toldSeries([...episodes(3), episode(1.5), episode(0), episode(1.25)]);
    expect(slugs(told.readingOrder)).toEqual(['0', '1', '1.25', '1.5', '2', '3']);
  });
});

describe('an extra', () => {
  it('stands behind the episode that it follows', () => {
    const told = toldSeries([extra(2, 'side'), ...episodes(3)]);
    expect(slugs(told.readingOrder)).toEqual(['1', '2', 'side', '3']);
  });

  it('stands behind an episode of an order that is no whole number', () => {
    const told = toldSeries([extra(2.5, 'side'), ...episodes(3), episode(2.5)]);
    expect(slugs(told.readingOrder)).toEqual(['1', '2', '2.5', 'side', '3']);
  });

  it('stands behind the one before where that episode is not published', () => {
    const entries = [...episodes(2), episode(3, { draft: true }), extra(3, 'side'), episode(4)];
    expect(slugs(toldSeries(entries).readingOrder)).toEqual(['1', '2', 'side', '4']);
  });

  it('moves behind its episode when that is published', () => {
    const entries = [...episodes(2), episode(3, { date: later }), extra(2, 'a'), extra(3, 'b')];
    const at = (now: number) => slugs(toldSeries(entries, {}, { now }).readingOrder);
    expect(at(later - 1)).toEqual(['1', '2', 'a', 'b']);
    expect(at(later)).toEqual(['1', '2', 'a', '3', 'b']);
  });

  it('stands behind earlier extras there, by date', () => {
    const told = toldSeries([
      extra(1, 'a', { date: launch + 3 }),
      extra(1, 'b', { date: launch + 1 }),
      extra(1, 'c', { date: launch + 2 }),
      ...episodes(2),
    ]);
    expect(slugs(told.readingOrder)).toEqual(['1', 'b', 'c', 'a', '2']);
  });

  it('stands by its slug beside one of the same date', () => {
    const told = toldSeries([extra(1, 'c'), extra(1, 'a'), extra(1, 'b'), ...episodes(2)]);
    expect(slugs(told.readingOrder)).toEqual(['1', 'a', 'b', 'c', '2']);
  });

  it('stands by its date also where the two follow different episodes, one unpublished', () => {
    const told = toldSeries([
      episode(1),
      episode(2, { draft: true }),
      extra(1, 'of-1', { date: launch + 2 }),
      extra(2, 'of-2', { date: launch + 1 }),
    ]);
    expect(slugs(told.readingOrder)).toEqual(['1', 'of-2', 'of-1']);
  });

  it('may come after the end', () => {
    const told = toldSeries([...episodes(2), extra(2, 'b'), extra(2, 'a')], { status: 'complete' });
    expect(slugs(told.readingOrder)).toEqual(['1', '2', 'a', 'b']);
  });
});

describe('a notice', () => {
  it('is outside the reading order', () => {
    const told = toldSeries([notice('break'), ...episodes(2)]);
    expect(slugs(told.readingOrder)).toEqual(['1', '2']);
    expect(slugs(told.notices)).toEqual(['break']);
    expect(told.notices.map((one) => one.position)).toEqual([undefined]);
  });
});

describe('the reading order of any series at any moment', () => {
  it('is a permutation of the episodes and extras that are shown', () => {
    fc.assert(
      fc.property(tale(), fc.constantFrom('published', 'all'), ({ series, entries, now }, show) => {
        const content = manuscript({ series: [series], episodes: entries });
        const [told] = assembleSite(content, { now, show }).series;
        const isPublished = (draft: boolean, date = Infinity) => !draft && date <= now;
        const shown = entries
          .filter((one) => one.kind !== 'notice')
          .filter((one) => show === 'all' || isPublished(one.draft, one.date));
        expect(slugs(told?.readingOrder ?? []).toSorted()).toEqual(slugs(shown).toSorted());
      }),
    );
  });

  it('knows the position of each part', () => {
    fc.assert(
      fc.property(tale(), ({ series, entries, now }) => {
        const content = manuscript({ series: [series], episodes: entries });
        const order = assembleSite(content, { now, show: 'all' }).series[0]?.readingOrder ?? [];
        expect(order.map((part) => part.position)).toEqual(order.map((_, index) => index));
      }),
    );
  });

  it('does not depend on the order of the files', () => {
    const twice = tale().chain((one) => fc.tuple(fc.constant(one), shuffled(one.entries)));
    fc.assert(
      fc.property(twice, ([{ series, entries, now }, others]) => {
        const told = (episodes: typeof entries) =>
          assembleSite(manuscript({ series: [series], episodes }), { now, show: 'published' });
        expect(told(others)).toEqual(told(entries));
      }),
    );
  });
});
