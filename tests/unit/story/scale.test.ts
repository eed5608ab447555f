import { describe, expect, it } from 'vitest';
import type { EpisodeEntry } from '#src/manuscript/manuscript.ts';
import { neighbours, seriesNavigation } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { episodes, extra, later, manuscript, series } from '#tests/support/manuscript.ts';

// Four times the parts may cost four times the time; what is quadratic costs sixteen times as
// much. The shortest of several runs is the one that other work on the machine disturbed least.

describe('a series of thousands of parts', () => {
  it.each([
    ['episodes alone', (count: number) => episodes(count)],
    ['extras after the end', (count: number) => [...episodes(count / 2), ...extras(count / 2)]],
  ])('is assembled and asked for every navigation in linear time: %s', (_, entries) => {
    const [few, many] = [entries(2000), entries(8000)];
    const shortest = { few: duration(few), many: duration(many) };
    for (let run = 0; run < 10 && shortest.many > 6 * shortest.few; run += 1) {
      shortest.few = Math.min(shortest.few, duration(few));
      shortest.many = Math.min(shortest.many, duration(many));
    }
    expect(shortest.many / shortest.few).toBeLessThan(10);
  });

  it('has pages of the size of a short one', () => {
    const sizes = assembleAndAsk(episodes(2000));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1 + 7 + 7 + 1 + 2);
  });
});

function extras(count: number): readonly EpisodeEntry[] {
  return Array.from({ length: count }, (_, index) => extra(count, `extra-${String(index)}`));
}

function duration(entries: readonly EpisodeEntry[]): number {
  const start = performance.now();
  assembleAndAsk(entries);
  return performance.now() - start;
}

/** @returns the number of items in each navigation */
function assembleAndAsk(entries: readonly EpisodeEntry[]): readonly number[] {
  const content = manuscript({ series: [series({ status: 'complete' })], episodes: entries });
  const told = assembleSite(content, { now: later, show: 'published' }).series[0];
  if (told === undefined) throw new Error('the series is absent');
  return told.readingOrder.map((part) => {
    neighbours(told, part);
    const navigation = seriesNavigation(told, part);
    return (navigation?.earlier.length ?? 0) + (navigation?.later.length ?? 0);
  });
}
