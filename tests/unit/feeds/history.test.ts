import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutHistory } from '#src/feeds/history.ts';

/** So many entries, the newest first, named by their age. */
const history = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(count - index) }));
const count = fc.integer({ min: 0, max: 200 });
const size = fc.integer({ min: 1, max: 30 });

describe('the history of a feed', () => {
  it('is cut into whole parts from the oldest entry on', () => {
    const parts = cutHistory(history(7), 3).map(({ entries }) => entries.map(({ id }) => id));
    expect(parts).toEqual([
      ['3', '2', '1'],
      ['6', '5', '4'],
    ]);
  });

  it('is empty while the feed holds everything', () => {
    expect(cutHistory(history(20), 20)).toEqual([]);
    expect(cutHistory(history(21), 20)).toHaveLength(1);
  });

  it('holds with the feed all there is, whichever way one goes back', () => {
    fc.assert(
      fc.property(count, size, (all, most) => {
        const entries = history(all);
        const archives = cutHistory(entries, most);
        const byName = new Map(archives.map((one) => [one.name, one]));
        const seen = new Set(entries.slice(0, most).map(({ id }) => id));
        for (let part = archives.at(-1); part; part = byName.get(part.previous ?? '')) {
          expect(part.entries).toHaveLength(most);
          for (const { id } of part.entries) seen.add(id);
        }
        expect(seen.size).toBe(all);
      }),
    );
  });

  it('stays as it is when entries come', () => {
    fc.assert(
      fc.property(count, count, size, (before, more, most) => {
        const now = cutHistory(history(before + more), most);
        const then = cutHistory(history(before), most);
        expect(now.slice(0, then.length)).toEqual(then);
      }),
    );
  });

  it('never holds the newest entry, whose title may come to name it the last', () => {
    fc.assert(
      fc.property(count, size, (all, most) => {
        const ids = cutHistory(history(all), most).flatMap(({ entries }) => entries);
        expect(ids.map(({ id }) => id)).not.toContain(String(all));
      }),
    );
  });

  it('has another address where an entry was put in later', () => {
    const [first, second] = cutHistory(history(7), 3);
    const late = [...history(7).slice(0, 4), { id: 'late' }, ...history(7).slice(4)];
    const [same, other] = cutHistory(late, 3);
    expect(same).toEqual(first);
    expect(other?.name).not.toBe(second?.name);
  });
});
