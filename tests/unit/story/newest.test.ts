import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveByYear } from '#src/story/archive.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale } from '#tests/support/arbitrary-tale.ts';
import {
  day,
  episode,
  extra,
  later,
  launch,
  manuscript,
  notice,
  series,
} from '#tests/support/manuscript.ts';
import { slugs } from '#tests/support/told-series.ts';

describe('the newest parts of all series', () => {
  const content = manuscript({
    series: [series({ id: 'a' }), series({ id: 'b' })],
    episodes: [
      episode(1, { seriesId: 'a', slug: 'a1', date: launch }),
      episode(2, { seriesId: 'a', slug: 'a2', date: launch + 3 * day }),
      extra(1, 'a-extra', { seriesId: 'a', date: launch + 5 * day }),
      episode(1, { seriesId: 'b', slug: 'b1', date: launch + 2 * day }),
      episode(2, { seriesId: 'b', slug: 'b2', date: launch + 4 * day }),
      notice('b-notice', { seriesId: 'b', date: launch + day }),
      episode(3, { seriesId: 'b', slug: 'b3', draft: true, date: undefined }),
    ],
  });

  it('are episodes, extras and notices, by date', () => {
    const site = assembleSite(content, { now: later, show: 'published' });
    expect(slugs(site.newest)).toEqual(['a-extra', 'b2', 'a2', 'b1', 'b-notice', 'a1']);
  });

  it('begin with undated drafts in the view of the writer', () => {
    expect(slugs(assembleSite(content, { now: later, show: 'all' }).newest)[0]).toBe('b3');
  });

  it('put the series in order: the one with the newest part first', () => {
    const order = (now: number) =>
      assembleSite(content, { now, show: 'published' }).series.map(({ id }) => id);
    expect(order(launch)).toEqual(['a']);
    expect(order(launch + 2 * day)).toEqual(['b', 'a']);
    expect(order(launch + 3 * day)).toEqual(['a', 'b']);
    expect(order(launch + 4 * day)).toEqual(['b', 'a']);
  });

  it('begin with the part further on where several of a series came out at once', () => {
    const batch = [1, 2, 3].map((order) => episode(order, { date: launch }));
    const site = assembleSite(manuscript({ episodes: batch }), { now: later, show: 'published' });
    expect(slugs(site.newest)).toEqual(['3', '2', '1']);
  });

  it('never go up in date, whatever the content', () => {
    fc.assert(
      fc.property(tale('a'), tale('b'), fc.constantFrom('published', 'all'), (one, two, show) => {
        const both = manuscript({
          series: [one.series, two.series],
          episodes: [...one.entries, ...two.entries],
        });
        const { newest } = assembleSite(both, { now: one.now, show });
        const dates = newest.map(({ date }) => date ?? Infinity);
        expect(dates).toEqual(dates.toSorted((a, b) => (a === b ? 0 : b - a)));
      }),
    );
  });
});

describe('the notices of a series', () => {
  it('are newest first', () => {
    const notices = [1, 3, 2].map((n) => notice(`n${String(n)}`, { date: launch + n * day }));
    const site = assembleSite(manuscript({ episodes: notices }), { now: later, show: 'published' });
    expect(slugs(site.series[0]?.notices ?? [])).toEqual(['n3', 'n2', 'n1']);
  });
});

describe('the archive', () => {
  const moments = [
    '2024-12-31T14:59:59.999Z',
    '2024-12-31T15:00:00Z',
    '2025-01-31T14:59:59Z',
    '2025-06-10T00:00:00Z',
    '2025-06-20T00:00:00Z',
    '2026-03-01T00:00:00Z',
  ];
  const content = manuscript({
    episodes: [
      ...moments.map((moment, index) => episode(index + 1, { date: Date.parse(moment) })),
      notice('word', { date: Date.parse('2025-06-15T00:00:00Z') }),
      episode(9, { draft: true, date: undefined }),
    ],
  });

  /** One line a month, newest first. */
  const archive = (timeZone: string, show: 'published' | 'all' = 'published') =>
    archiveByYear(assembleSite(content, { now: later, show }).newest, calendar(timeZone)).flatMap(
      ({ year, months }) =>
        months.map(
          ({ month, episodes }) => `${String(year)}-${String(month)}: ${slugs(episodes).join(' ')}`,
        ),
    );

  it('has years and months, newest first, and none that is empty', () => {
    expect(archive('Asia/Tokyo')).toEqual([
      '2026-3: 6',
      '2025-6: 5 word 4',
      '2025-1: 3 2',
      '2024-12: 1',
    ]);
  });

  it('has the months of the time zone', () => {
    expect(archive('America/New_York')).toEqual([
      '2026-2: 6',
      '2025-6: 5 word 4',
      '2025-1: 3',
      '2024-12: 2 1',
    ]);
  });

  it('has no room for what has no date', () => {
    expect(archive('Asia/Tokyo', 'all')).toEqual(archive('Asia/Tokyo'));
  });

  it('is empty where nothing is', () => {
    expect(archiveByYear([], calendar('Asia/Tokyo'))).toEqual([]);
  });

  it('holds everything dated exactly once, in the same order', () => {
    fc.assert(
      fc.property(tale(), ({ series: entry, entries, now }) => {
        const spread = entries.map((one) => ({ ...one, date: one.date && one.date * 20 * day }));
        const { newest } = assembleSite(manuscript({ series: [entry], episodes: spread }), {
          now: now * 20 * day,
          show: 'published',
        });
        const years = archiveByYear(newest, calendar('Asia/Tokyo'));
        expect(years.flatMap(({ months }) => months.flatMap(({ episodes }) => episodes))).toEqual(
          newest,
        );
        const months = years.flatMap(({ year, months }) =>
          months.map(({ month }) => year * 12 + month),
        );
        expect(months).toEqual([...new Set(months)].toSorted((a, b) => b - a));
      }),
    );
  });
});

function calendar(timeZone: string) {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric' });
  return (moment: number) => {
    const parts = format.formatToParts(moment);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    return { year: part('year'), month: part('month') };
  };
}
