import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelText } from '#src/story/label.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { seriesNavigation, type NavigationItem } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale, type Tale } from '#tests/support/arbitrary-tale.ts';
import { episodes, later, manuscript, series } from '#tests/support/manuscript.ts';
import { slugs, type Shown } from '#tests/support/told-series.ts';
import { expectedOf, extraMark } from './expected-navigation.ts';

// Every standpoint of a series against the specification's words, written a second time in
// expected-navigation.ts.

describe.each(['ongoing', 'complete', 'hiatus'] as const)('a series that is %s', (status) => {
  it.each([1, 2, 3, 15, 29, 30, 31, 32, 200])('of %i parts is as specified', (count) => {
    expectAsSpecified({ series: series({ status }), entries: episodes(count), now: later });
  });
});

it('any series at any moment is as specified', () => {
  fc.assert(fc.property(tale(), expectAsSpecified), { numRuns: 300 });
});

function expectAsSpecified(one: Tale): void {
  const expected = expectedOf(one);
  fc.pre(expected.isSpecified);
  const told = tell(one);
  expect(slugs(told?.readingOrder ?? [])).toEqual(expected.order);
  for (const part of told?.readingOrder ?? []) {
    if (told === undefined) continue;
    expect(seen(told, part)).toEqual(expected.seenFrom(part.slug));
    if (hasSpecifiedMark(one, told)) expect(mark(told, part)).toBe(expected.mark(part.slug));
  }
}

function tell({ series: entry, entries, now }: Tale): Series | undefined {
  const content = manuscript({ series: [entry], episodes: entries });
  return assembleSite(content, { now, show: 'published' }).series[0];
}

/** That the only episode bears no mark is said of zenpen alone. */
function hasSpecifiedMark(one: Tale, told: Series): boolean {
  const { labels } = one.series;
  return told.episodeCount > 1 || (labels.kind === 'preset' && labels.name === 'zenpen');
}

function seen(told: Series, part: Episode) {
  const navigation = seriesNavigation(told, part);
  const show = (item: NavigationItem): Shown =>
    item.kind === 'gap' ? item.count : item.arrow + (mark(told, item.episode, item.label) ?? '');
  return { earlier: navigation?.earlier.map(show) ?? [], later: navigation?.later.map(show) ?? [] };
}

/** A label's text; that of one of several extras without its numeral, which tells it apart. */
function mark(told: Series, part: Episode, label = part.label): string | undefined {
  const extras = told.readingOrder.filter((one) => one.kind === 'extra');
  if (label === undefined) return undefined;
  if (part.kind !== 'extra' || extras.length < 2) return labelText(label);
  const own = extras.filter((one) => one.label && labelText(one.label) === labelText(label));
  expect(own).toEqual([part]);
  expect(labelText(label)).toMatch(/^番外編./u);
  return extraMark(part.slug);
}
