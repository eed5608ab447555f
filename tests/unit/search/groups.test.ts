import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupEpisodes, groupLimit } from '#src/search/groups.ts';

const series = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).map(([id, size]) => ({
    id,
    episodes: Array.from({ length: size }, (_, i) => `${id}/${i}`),
  }));

const sizes = (groups: ReturnType<typeof groupEpisodes<string>>) =>
  groups.map((runs) =>
    runs.map(({ seriesId, from, episodes }) => [seriesId, from, episodes.length]),
  );

describe('groupEpisodes', () => {
  it('keeps a site of up to 500 episodes in one group', () => {
    expect(sizes(groupEpisodes(series({ b: 499, a: 1 })))).toEqual([
      [
        ['a', 0, 1],
        ['b', 0, 499],
      ],
    ]);
  });

  it('cuts a long series in the order of reading', () => {
    expect(sizes(groupEpisodes(series({ long: 1200, short: 3 })))).toEqual([
      [['long', 0, 500]],
      [['long', 500, 500]],
      [
        ['long', 1000, 200],
        ['short', 0, 3],
      ],
    ]);
  });

  it('leaves nothing out, and no group is larger than the limit', () => {
    const arbitrary = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat(1300), {
      maxKeys: 30,
    });
    fc.assert(
      fc.property(arbitrary, (counts) => {
        const groups = groupEpisodes(series(counts));
        for (const runs of groups) {
          const size = runs.reduce((sum, { episodes }) => sum + episodes.length, 0);
          expect(size).toBeLessThanOrEqual(groupLimit);
          expect(size).toBeGreaterThan(0);
          for (const { seriesId, from, episodes } of runs) {
            expect(episodes.map((_, i) => `${seriesId}/${from + i}`)).toEqual(episodes);
          }
        }
        const all = groups.flatMap((runs) => runs.flatMap(({ episodes }) => episodes));
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  it('moves hardly any series when one more episode comes out', () => {
    const counts = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`s${100 + i}`, 23]));
    const before = new Set(
      sizes(groupEpisodes(series(counts))).map((group) => JSON.stringify(group)),
    );
    const after = sizes(groupEpisodes(series({ ...counts, s150: 24 })));
    expect(after.filter((group) => !before.has(JSON.stringify(group)))).toHaveLength(1);
  });
});
