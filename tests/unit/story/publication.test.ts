import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicationState } from '#src/story/publication.ts';
import { assembleSite } from '#src/story/site.ts';
import { order, tale, type Tale } from '#tests/support/arbitrary-tale.ts';
import {
  episode,
  extra,
  launch,
  manuscript,
  notice,
  page,
  series,
} from '#tests/support/manuscript.ts';
import { slugs } from '#tests/support/told-series.ts';

describe('something dated', () => {
  it('is published from the millisecond of its date', () => {
    const dated = { draft: false, date: launch };
    expect(publicationState(dated, launch - 1)).toBe('scheduled');
    expect(publicationState(dated, launch)).toBe('published');
    expect(publicationState(dated, launch + 1)).toBe('published');
  });

  it('is a draft for as long as it says so', () => {
    expect(publicationState({ draft: true, date: launch }, launch + 1)).toBe('draft');
    expect(publicationState({ draft: true, date: launch }, launch - 1)).toBe('draft');
    expect(publicationState({ draft: true, date: undefined }, launch)).toBe('draft');
  });
});

describe('what readers get', () => {
  const content = manuscript({
    episodes: [
      episode(1),
      episode(2, { draft: true }),
      episode(3, { date: launch + 1 }),
      extra(1, 'side', { draft: true }),
      extra(1, 'soon', { date: launch + 1 }),
      extra(1, 'out', { date: launch }),
      notice('hello'),
      notice('draft', { draft: true }),
      notice('tomorrow', { date: launch + 1 }),
    ],
    pages: [page('about'), page('later', { draft: true })],
  });

  it('leaves out what is unpublished everywhere', () => {
    const site = assembleSite(content, { now: launch, show: 'published' });
    const [told] = site.series;
    expect(slugs(told?.readingOrder ?? [])).toEqual(['1', 'out']);
    expect(slugs(told?.notices ?? [])).toEqual(['hello']);
    expect(told?.arcs.flatMap((arc) => slugs(arc.episodes))).toEqual(['1', 'out']);
    expect(told?.episodeCount).toBe(1);
    expect(told?.length.amount).toBe(1000);
    expect(slugs(site.newest).toSorted()).toEqual(['1', 'hello', 'out']);
    expect(slugs(site.pages)).toEqual(['about']);
  });

  it('is shown beside the rest, each marked as what it is, in the view of the writer', () => {
    const site = assembleSite(content, { now: launch, show: 'all' });
    const states = Object.fromEntries(site.newest.map(({ slug, state }) => [slug, state]));
    expect(states).toEqual({
      1: 'published',
      2: 'draft',
      3: 'scheduled',
      side: 'draft',
      soon: 'scheduled',
      out: 'published',
      hello: 'published',
      draft: 'draft',
      tomorrow: 'scheduled',
    });
    expect(slugs(site.pages)).toEqual(['about', 'later']);
  });
});

describe('a series with nothing published', () => {
  const content = manuscript({
    series: [series({ id: 'none' }), series({ id: 'one' }), series({ id: 'soon' })],
    episodes: [
      episode(1, { seriesId: 'one' }),
      episode(1, { seriesId: 'soon', date: launch + 1 }),
      episode(2, { seriesId: 'soon', draft: true }),
      notice('soon', { seriesId: 'soon', draft: true }),
    ],
  });

  it('is absent', () => {
    const site = assembleSite(content, { now: launch, show: 'published' });
    expect(site.series.map(({ id }) => id)).toEqual(['one']);
  });

  it('appears with its first episode', () => {
    const site = assembleSite(content, { now: launch + 1, show: 'published' });
    expect(site.series.map(({ id }) => id)).toEqual(['soon', 'one']);
  });
});

describe('a site without a series', () => {
  it.each([manuscript({ series: [] }), manuscript({})])('is empty', (content) => {
    const site = assembleSite(content, { now: launch, show: 'all' });
    expect([site.series, site.newest]).toEqual([[], []]);
  });
});

describe('any series at any moment', () => {
  it('has nothing unpublished in it for readers', () => {
    fc.assert(
      fc.property(tale(), (said) => {
        for (const one of site(said, 'published').newest) expect(one.state).toBe('published');
      }),
    );
  });

  it('shows its writer all that readers get, and more', () => {
    fc.assert(
      fc.property(tale(), (said) => {
        const all = new Set(slugs(site(said, 'all').newest));
        const published = slugs(site(said, 'published').newest);
        expect(published.filter((slug) => !all.has(slug))).toEqual([]);
        expect(all.size).toBe(said.entries.length);
      }),
    );
  });

  it('never loses a part as time goes on', () => {
    fc.assert(
      fc.property(tale(), fc.nat(40), (said, wait) => {
        const then = new Set(slugs(site({ ...said, now: said.now + wait }, 'published').newest));
        const now = slugs(site(said, 'published').newest);
        expect(now.filter((slug) => !then.has(slug))).toEqual([]);
      }),
    );
  });

  it('keeps the numeral of every episode when one more part is published', () => {
    const numerals = (said: Tale) =>
      site(said, 'published')
        .newest.filter((one) => one.kind === 'episode' && one.label !== undefined)
        .map((one) => [one.slug, one.label?.numeral] as const);
    fc.assert(
      fc.property(tale(), order, (said, added) => {
        const isTaken = said.entries.some((one) => one.kind === 'episode' && one.order === added);
        const dated = { date: said.now };
        const one = isTaken ? extra(added, 'added', dated) : episode(added, dated);
        const after = new Map(numerals({ ...said, entries: [...said.entries, one] }));
        for (const [slug, numeral] of numerals(said)) expect(after.get(slug)).toBe(numeral);
      }),
    );
  });

  it('keeps the numeral of every episode as time goes on', () => {
    fc.assert(
      fc.property(tale(), fc.nat(40), (said, wait) => {
        const then = site({ ...said, now: said.now + wait }, 'published').newest;
        for (const one of site(said, 'published').newest) {
          if (one.kind !== 'episode' || one.label === undefined) continue;
          const same = then.find(({ slug }) => slug === one.slug);
          expect(same?.label?.numeral).toBe(one.label.numeral);
        }
      }),
    );
  });
});

function site({ series: entry, entries, now }: Tale, show: 'published' | 'all') {
  return assembleSite(manuscript({ series: [entry], episodes: entries }), { now, show });
}
