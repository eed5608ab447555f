import { describe, expect, it } from 'vitest';
import { dealFiles, dealNth, parseShare } from '#src/build/shares.ts';
import { assembleSite } from '#src/story/site.ts';
import { episodes, later, manuscript, series } from '#tests/support/manuscript.ts';

/** A site of series with so many episodes each. */
function siteOf(counts: readonly number[]) {
  const all = counts.map((count, i) => ({ id: `s${String(i).padStart(3, '0')}`, count }));
  return assembleSite(
    manuscript({
      series: all.map(({ id }) =>
        series({ id, path: `${id}/series.yaml`, aliases: [`old-${id}`] }),
      ),
      episodes: all.flatMap(({ id, count }) =>
        episodes(count).map((one) => ({ ...one, seriesId: id, path: `${id}/${one.slug}.md` })),
      ),
    }),
    { now: later, show: 'published' },
  );
}

describe('the files of a site', () => {
  const site = siteOf(Array.from({ length: 100 }, (_, i) => 1 + (i % 7)));

  it('go to shares of about the same size', () => {
    const shareOf = dealFiles(site, 5);
    const sizes = [0, 0, 0, 0, 0];
    for (const { seriesId, slug } of site.newest) {
      const share = shareOf(`${seriesId}/${slug}/index.html`);
      sizes[share - 1] = (sizes[share - 1] ?? 0) + 1;
    }
    const mean = site.newest.length / 5;
    for (const size of sizes) expect(Math.abs(size - mean)).toBeLessThan(mean / 5);
  });

  it('of a series as a whole stay together, with those of its former names', () => {
    const shareOf = dealFiles(site, 5);
    for (const { id } of site.series) {
      const paths = [`${id}/index.html`, `${id}/rss.xml`, `${id}/old/index.html`, `old-${id}/1/x`];
      expect(new Set(paths.map(shareOf)).size).toBe(1);
    }
  });

  it('go to all shares even where nearly everything is of one series, neighbours together', () => {
    const shareOf = dealFiles(siteOf([2, 1000, 3]), 4);
    const shares = Array.from({ length: 1000 }, (_, i) => shareOf(`s001/${i + 1}/index.html`));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    for (const share of [1, 2, 3, 4]) {
      expect(shares.filter((one) => one === share).length).toBeGreaterThan(240);
    }
  });

  it('of a series of which nothing is public go to one of the shares', () => {
    const shareOf = dealFiles(siteOf([0]), 3);
    expect([1, 2, 3]).toContain(shareOf('s000/index.html'));
  });

  it('that belong to no series are in the first, but pictures, which are in all', () => {
    const shareOf = dealFiles(site, 5);
    expect(['index.html', 'archive/index.html', 'rss.xml', '_astro/a.css'].map(shareOf)).toEqual([
      1, 1, 1, 1,
    ]);
    const cards = Array.from({ length: 200 }, (_, i) => shareOf(`cards/${String(i)}.png`));
    expect(new Set(cards)).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('of a site without anything are in the first', () => {
    expect(dealFiles(siteOf([]), 3)('index.html')).toBe(1);
  });
});

describe('a share', () => {
  it('is asked for as a number of so many', () => {
    expect(parseShare('2/5')).toEqual({ number: 2, of: 5 });
    expect(parseShare('64/64')).toEqual({ number: 64, of: 64 });
  });

  it.each(['0/3', '4/3', '1/0', '1', 'a/b', '1/65', '1/3/5', ''])('is not %j', (text) => {
    expect(parseShare(text)).toBeUndefined();
  });
});

it('things that are made one by one are dealt in order, and all', () => {
  const shares = Array.from({ length: 10 }, (_, nth) => dealNth(nth, 10, 3));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(new Set(shares)).toEqual(new Set([1, 2, 3]));
});
