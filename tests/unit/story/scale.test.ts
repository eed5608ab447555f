import { describe, expect, it } from 'vitest';
import type { EpisodeEntry } from '#src/manuscript/manuscript.ts';
import { neighbours, seriesNavigation } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { episodes, extra, later, manuscript, series } from '#tests/support/manuscript.ts';

// Twice the parts may cost twice the time; what is quadratic costs four times as much. The
// shortest of several runs is the least disturbed by other work on the machine.

describe('a series of thousands of parts', () => {
  it.each([
    ['episodes alone', (count: number) => episodes(count)],
    ['extras after the end', (count: number) => [...episodes(count / 2), ...extras(count / 2)]],
  ])('is assembled and asked for every navigation in linear time: %s', (_, entries) => {
    const [small, large] = [entries(2000), entries(4000)];
    assembleAndAsk(small);
    const runs = [1, 2, 3, 4, 5].map(() => [duration(small), duration(large)] as const);
    const shortest = (index: 0 | 1) => Math.min(...runs.map((run) => run[index]));
    expect(shortest(1) / shortest(0)).toBeLessThan(3.5);
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
