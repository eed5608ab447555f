import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelText } from '#src/story/label.ts';
import { seriesNavigation } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale } from '#tests/support/arbitrary-tale.ts';
import { day, episode, episodes, launch, manuscript } from '#tests/support/manuscript.ts';
import { lineSeenFrom, ownMark, toldSeries } from '#tests/support/told-series.ts';

// A complete series counts as ongoing while an episode of it, not a draft, is still scheduled.

describe('a complete series whose last part is still scheduled', () => {
  const end = launch + 14 * day;
  const at = (now: number) => toldSeries(episodes(15), { status: 'complete' }, { now });

  it('is ongoing until then', () => {
    const told = at(end - 1);
    expect(told.status).toBe('ongoing');
    expect(told.episodeCount).toBe(14);
    expect(ownMark(told, 14)).toBe('続編14');
    expect(lineSeenFrom(told, 12)).toMatch(/ \/ →続編13 →続編14$/);
  });

  it('is complete, and its last part 完結編, at the very millisecond', () => {
    const told = at(end);
    expect(told.status).toBe('complete');
    expect(ownMark(told, 14)).toBe('続編14');
    expect(ownMark(told, 15)).toBe('完結編15');
    expect(lineSeenFrom(told, 12)).toMatch(/ \/ →続編13 →続編14 →完結編15$/);
  });

  it('is ongoing in the view of its writer too, where the last part is seen already', () => {
    const entries = episodes(15);
    const told = toldSeries(entries, { status: 'complete' }, { now: end - 1, show: 'all' });
    expect(told.status).toBe('ongoing');
    expect(ownMark(told, 15)).toBe('続編15');
  });
});

describe('a complete series', () => {
  it('is ongoing while a part in its middle is scheduled', () => {
    const entries = [episode(1), episode(2, { date: launch + 9 * day }), episode(3)];
    const at = (now: number) => toldSeries(entries, { status: 'complete' }, { now });
    expect(at(launch + 9 * day - 1).status).toBe('ongoing');
    expect(ownMark(at(launch + 9 * day - 1), 3)).toBe('続編③');
    expect(at(launch + 9 * day).status).toBe('complete');
    expect(ownMark(at(launch + 9 * day), 3)).toBe('完結編③');
  });

  it('is complete whatever drafts it has, dated or not', () => {
    const drafts = [
      episode(4, { draft: true, date: undefined }),
      episode(5, { draft: true, date: launch + 1000 * day }),
    ];
    const now = launch + 10 * day;
    const told = toldSeries([...episodes(3), ...drafts], { status: 'complete' }, { now });
    expect(told.status).toBe('complete');
    expect(ownMark(told, 3)).toBe('完結編③');
  });
});

describe('a series that goes on or rests', () => {
  it.each(['ongoing', 'hiatus'] as const)('is told as %s, whatever is to come', (status) => {
    const at = (now: number) => toldSeries(episodes(3), { status }, { now });
    expect(at(launch).status).toBe(status);
    expect(at(launch + 10 * day).status).toBe(status);
  });
});

describe('any series at any moment', () => {
  it('has its status, but complete only when nothing more is to come', () => {
    fc.assert(
      fc.property(tale(), fc.constantFrom('published', 'all'), ({ series, entries, now }, show) => {
        const content = manuscript({ series: [series], episodes: entries });
        const told = assembleSite(content, { now, show }).series[0];
        const isMoreToCome = entries.some(
          (one) => one.kind === 'episode' && !one.draft && (one.date ?? Infinity) > now,
        );
        fc.pre(told !== undefined);
        if (series.status !== 'complete') expect(told.status).toBe(series.status);
        else expect(told.status).toBe(isMoreToCome ? 'ongoing' : 'complete');
      }),
    );
  });

  it('calls nothing 完結編 before it is', () => {
    fc.assert(
      fc.property(tale(), fc.constantFrom('published', 'all'), ({ series, entries, now }, show) => {
        const content = manuscript({ series: [series], episodes: entries });
        const told = assembleSite(content, { now, show }).series[0];
        fc.pre(told !== undefined && told.status !== 'complete');
        const labels = told.readingOrder.flatMap((part) => {
          const navigation = seriesNavigation(told, part);
          const items = [...(navigation?.earlier ?? []), ...(navigation?.later ?? [])];
          return [
            part.label,
            ...items.map((item) => (item.kind === 'link' ? item.label : undefined)),
          ];
        });
        const texts = labels.map((label) => (label === undefined ? '' : labelText(label)));
        expect(texts.filter((text) => text.includes('完結編'))).toEqual([]);
      }),
    );
  });
});
