import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpisodeEntry } from '#src/manuscript/manuscript.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale } from '#tests/support/arbitrary-tale.ts';
import { episode, episodes, extra, manuscript, notice } from '#tests/support/manuscript.ts';
import { slugs, toldSeries } from '#tests/support/told-series.ts';

const arcs = [
  { id: 'dawn', title: 'The Dawn' },
  { id: 'noon', title: 'The Noon' },
  { id: 'dusk', title: 'The Dusk' },
];

/** Each arc on a line: its title, its episodes, and how many of them count. */
function contents(entries: readonly EpisodeEntry[]): readonly string[] {
  return toldSeries(entries, { arcs }).arcs.map(
    (arc) =>
      `${arc.entry?.title ?? '-'}: ${slugs(arc.episodes).join(' ')} (${String(arc.episodeCount)})`,
  );
}

describe('the arcs of a series', () => {
  it('cut the reading order where the arc changes', () => {
    const entries = [
      episode(1, { arc: 'dawn' }),
      episode(2, { arc: 'dawn' }),
      episode(3, { arc: 'noon' }),
      episode(4, { arc: 'dusk' }),
      episode(5, { arc: 'dusk' }),
    ];
    expect(contents(entries)).toEqual([
      'The Dawn: 1 2 (2)',
      'The Noon: 3 (1)',
      'The Dusk: 4 5 (2)',
    ]);
  });

  it('are absent where they have no published episode', () => {
    const entries = [
      episode(1, { arc: 'dawn' }),
      episode(2, { arc: 'noon', draft: true }),
      episode(3, { arc: 'dusk' }),
    ];
    expect(contents(entries)).toEqual(['The Dawn: 1 (1)', 'The Dusk: 3 (1)']);
  });

  it('leave room for episodes that belong to none', () => {
    const entries = [
      episode(0),
      episode(1, { arc: 'dawn' }),
      episode(2),
      episode(3),
      episode(4, { arc: 'noon' }),
    ];
    expect(contents(entries)).toEqual([
      '-: 0 (1)',
      'The Dawn: 1 (1)',
      '-: 2 3 (2)',
      'The Noon: 4 (1)',
    ]);
  });

  it('are one part without an arc where the series has none', () => {
    expect(contents([...episodes(3), extra(3, 'side')])).toEqual(['-: 1 2 3 side (3)']);
  });

  it('have no room for notices', () => {
    expect(contents([episode(1, { arc: 'dawn' }), notice('break')])).toEqual(['The Dawn: 1 (1)']);
  });
});

describe('an extra', () => {
  it('is in the arc of the episode that it stands behind, whatever it says itself', () => {
    const entries = [
      episode(1, { arc: 'dawn' }),
      extra(1, 'side', { arc: 'noon' }),
      episode(2, { arc: 'noon' }),
      extra(2, 'end'),
    ];
    expect(contents(entries)).toEqual(['The Dawn: 1 side (1)', 'The Noon: 2 end (1)']);
  });

  it('moves to another arc with the episode that it stands behind', () => {
    const entries = [
      episode(1, { arc: 'dawn' }),
      episode(2, { arc: 'noon', draft: true }),
      extra(2, 'side'),
      episode(3, { arc: 'dusk' }),
    ];
    expect(contents(entries)).toEqual(['The Dawn: 1 side (1)', 'The Dusk: 3 (1)']);
  });
});

describe('the arcs of any series at any moment', () => {
  it('are the reading order, cut where the arc changes', () => {
    fc.assert(
      fc.property(tale(), ({ series, entries, now }) => {
        const content = manuscript({ series: [series], episodes: entries });
        const [told] = assembleSite(content, { now, show: 'published' }).series;
        const parts = told?.arcs ?? [];
        expect(parts.flatMap((arc) => arc.episodes)).toEqual(told?.readingOrder ?? []);
        expect(parts.every((arc) => arc.episodes.length > 0)).toBe(true);
        const ids = parts.map((arc) => arc.entry?.id);
        expect(ids.some((id, index) => index > 0 && id === ids[index - 1])).toBe(false);
        const counts = parts.reduce((sum, arc) => sum + arc.episodeCount, 0);
        expect(counts).toBe(told?.episodeCount ?? 0);
      }),
    );
  });

  it('hold each episode in the arc that it names', () => {
    fc.assert(
      fc.property(tale(), ({ series, entries, now }) => {
        const content = manuscript({ series: [series], episodes: entries });
        const named = new Map(entries.map((one) => [one.slug, one.arc]));
        for (const arc of assembleSite(content, { now, show: 'all' }).series[0]?.arcs ?? []) {
          const own = arc.episodes.filter((one) => one.kind === 'episode');
          for (const one of own) expect(arc.entry?.id).toBe(named.get(one.slug));
        }
      }),
    );
  });
});
