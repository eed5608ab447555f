import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpisodeEntry } from '#src/manuscript/manuscript.ts';
import { labelText } from '#src/story/label.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { neighbours, seriesNavigation } from '#src/story/navigation.ts';
import { assembleSite } from '#src/story/site.ts';
import { tale, type Tale } from '#tests/support/arbitrary-tale.ts';
import { episodes, manuscript, notice } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

describe('neighbours', () => {
  it('are the parts directly before and after in reading order', () => {
    const told = toldSeries(episodes(3));
    const [first, second, third] = told.readingOrder;
    expect(told.readingOrder.map((part) => neighbours(told, part))).toEqual([
      { previous: undefined, next: second },
      { previous: first, next: third },
      { previous: second, next: undefined },
    ]);
  });

  it('are none for a notice', () => {
    const told = toldSeries([...episodes(3), notice('break')]);
    const none = { previous: undefined, next: undefined };
    expect(neighbours(told, partOf(told, 'break'))).toEqual(none);
  });

  it('are mutual, and lead from the first part to the last', () => {
    everySeries((told) => {
      const walked: Episode[] = [];
      let here = told.readingOrder[0];
      while (here !== undefined) {
        const { next } = neighbours(told, here);
        if (next !== undefined) expect(neighbours(told, next).previous).toBe(here);
        walked.push(here);
        here = next;
      }
      expect(walked).toEqual(told.readingOrder);
    });
  });
});

describe('the series navigation of any series at any moment', () => {
  it('never leads out of the series or to something unpublished', () => {
    everySeries((told, { entries, now }) => {
      const isPublished = (one: EpisodeEntry) => !one.draft && (one.date ?? Infinity) <= now;
      const published = entries.filter((one) => one.kind !== 'notice' && isPublished(one));
      const addresses = new Set(published.map(({ slug }) => `${told.id}/${slug}`));
      const reached = told.readingOrder.flatMap((part) => {
        const { previous, next } = neighbours(told, part);
        return [...targets(told, part), previous ?? part, next ?? part];
      });
      const isElsewhere = (one: Episode) => !addresses.has(`${one.seriesId}/${one.slug}`);
      expect(reached.filter(isElsewhere)).toEqual([]);
    });
  });

  it('lists every other part exactly once where there are 30 or fewer', () => {
    everySeries((told) => {
      if (told.readingOrder.length > 30) return;
      for (const part of told.readingOrder) {
        expect(targets(told, part)).toEqual(told.readingOrder.filter((one) => one !== part));
        expect(gaps(told, part)).toEqual([]);
      }
    });
  });

  it('lists at most the first, seven on each side and the last beyond, and counts the rest', () => {
    const long = fc.integer({ min: 31, max: 300 });
    fc.assert(
      fc.property(long, fc.nat(), (count, somewhere) => {
        const told = toldSeries(episodes(count));
        const part = partOf(told, (somewhere % count) + 1);
        const listed = targets(told, part);
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.length).toBeLessThanOrEqual(1 + 7 + 7 + 1);
        expect([part, ...listed]).toContain(told.readingOrder.at(0));
        expect([part, ...listed]).toContain(told.readingOrder.at(-1));
        const leftOut = gaps(told, part).reduce((sum, gap) => sum + gap, 0);
        expect(listed.length + leftOut).toBe(count - 1);
        expect(gaps(told, part).every((gap) => gap > 0)).toBe(true);
      }),
    );
  });

  it('is in reading order, the earlier parts apart from the later ones', () => {
    everySeries((told) => {
      for (const part of told.readingOrder) {
        const navigation = seriesNavigation(told, part);
        const at = targets(told, part).map((target) => told.readingOrder.indexOf(target));
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        const earlier = (navigation?.earlier ?? []).filter((item) => item.kind === 'link');
        const here = told.readingOrder.indexOf(part);
        expect(earlier.length).toBe(at.filter((index) => index < here).length);
      }
    });
  });

  it('calls a part by the same numeral from everywhere, its own mark included', () => {
    everySeries((told) => {
      const all = told.readingOrder.flatMap((part) => links(told, part));
      const differing = told.readingOrder.filter((part) => {
        const seen = all.filter((item) => item.episode === part).map((item) => item.label.numeral);
        return new Set([...seen, part.label?.numeral ?? seen[0]]).size > 1;
      });
      expect(differing).toEqual([]);
    });
  });

  it('has an arrow that says on which side a part lies, and none on the very first', () => {
    everySeries((told) => {
      const [first] = told.readingOrder;
      if (first?.kind === 'extra') return;
      const wrong = told.readingOrder.flatMap((part, here) =>
        links(told, part).filter(({ episode, arrow }) => {
          const isLater = told.readingOrder.indexOf(episode) > here;
          return arrow !== (isLater ? '→' : episode === first ? '' : '←');
        }),
      );
      expect(wrong).toEqual([]);
    });
  });

  it('exists exactly where there is another part', () => {
    everySeries((told) => {
      for (const part of told.readingOrder) {
        const exists = seriesNavigation(told, part) !== undefined;
        expect(exists).toBe(told.readingOrder.length > 1);
      }
      for (const one of told.notices) expect(seriesNavigation(told, one)).toBeUndefined();
    });
  });

  it('has no 完結編 but the last part of a complete series', () => {
    everySeries((told) => {
      const last = told.readingOrder.findLast((one) => one.kind === 'episode');
      const final = told.readingOrder
        .flatMap((part) => links(told, part))
        .filter((item) => labelText(item.label).includes('完結編'));
      expect(final.filter(({ episode }) => episode !== last)).toEqual([]);
      if (told.status !== 'complete') expect(final).toEqual([]);
    });
  });
});

function everySeries(check: (told: Series, said: Tale) => void): void {
  const property = fc.property(tale(), (said) => {
    const content = manuscript({ series: [said.series], episodes: said.entries });
    const [told] = assembleSite(content, { now: said.now, show: 'published' }).series;
    if (told !== undefined) check(told, said);
  });
  fc.assert(property);
}

function links(told: Series, part: Episode) {
  const navigation = seriesNavigation(told, part);
  const items = [...(navigation?.earlier ?? []), ...(navigation?.later ?? [])];
  return items.filter((item) => item.kind === 'link');
}

function targets(told: Series, part: Episode): readonly Episode[] {
  return links(told, part).map((item) => item.episode);
}

function gaps(told: Series, part: Episode): readonly number[] {
  const navigation = seriesNavigation(told, part);
  const items = [...(navigation?.earlier ?? []), ...(navigation?.later ?? [])];
  return items.flatMap((item) => (item.kind === 'gap' ? [item.count] : []));
}
