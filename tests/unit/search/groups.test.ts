import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleShape } from '#src/search/bundle-index.ts';
import { bundleLimit, groupEpisodes, groupLimit } from '#src/search/groups.ts';

type Sizes = Readonly<Record<string, number>>;

const series = (sizes: Sizes) =>
  Object.entries(sizes).map(([id, size]) => ({
    id,
    episodes: Array.from({ length: size }, (_, i) => `${id}/${i}`),
  }));

/** The groups of a site, each as the runs that it holds. */
const groupsOf = (sizes: Sizes) =>
  groupEpisodes(series(sizes)).map((bundle) =>
    bundle.map((group) =>
      group.map(({ seriesId, from, episodes }) => `${seriesId} ${from}+${episodes.length}`),
    ),
  );

const sizeOf = (group: readonly { readonly episodes: readonly unknown[] }[]) =>
  group.reduce((sum, { episodes }) => sum + episodes.length, 0);

/** A site of so many series, each of so many episodes. */
const site = (count: number, size: number): Sizes =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${1000 + i}`, size]));

const arbitrarySizes = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat(1300), {
  maxKeys: 30,
});

describe('groupEpisodes', () => {
  it('keeps a site of up to 250 episodes in one group', () => {
    expect(groupsOf({ b: 125, a: 1, c: 124 })).toEqual([[['a 0+1', 'b 0+125', 'c 0+124']]]);
  });

  it('cuts a long series in the order of reading', () => {
    const runs = groupsOf({ long: 300, short: 3 }).flat(2);
    expect(runs.toSorted()).toEqual(['long 0+125', 'long 125+125', 'long 250+50', 'short 0+3']);
  });

  it('leaves nothing out, and no group or bundle is larger than the limit', () => {
    fc.assert(
      fc.property(arbitrarySizes, (sizes) => {
        const bundles = groupEpisodes(series(sizes));
        for (const bundle of bundles) {
          expect(sizeOf(bundle.flat())).toBeLessThanOrEqual(bundleLimit);
          for (const group of bundle) {
            expect(sizeOf(group)).toBeLessThanOrEqual(groupLimit);
            expect(sizeOf(group)).toBeGreaterThan(0);
            for (const { seriesId, from, episodes } of group) {
              expect(episodes.map((_, i) => `${seriesId}/${from + i}`)).toEqual(episodes);
            }
          }
        }
        const all = bundles.flat(2).flatMap(({ episodes }) => episodes);
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(Object.values(sizes).reduce((sum, size) => sum + size, 0));
      }),
    );
  });

  it('changes one group, or parts it in two, when one more episode comes out, in any site', () => {
    fc.assert(
      fc.property(arbitrarySizes, fc.nat(), (sizes, nth) => {
        const ids = Object.keys(sizes);
        const id = ids[nth % Math.max(1, ids.length)] ?? 'new';
        const before = new Set(groupsOf(sizes).flat().map(String));
        const after = groupsOf({ ...sizes, [id]: (sizes[id] ?? 0) + 1 })
          .flat()
          .map(String);
        const changed = after.filter((group) => !before.has(group));
        expect(changed.length).toBeGreaterThanOrEqual(1);
        // Beside the two halves of one there may be those that are left empty on one side.
        expect(before.size - (after.length - changed.length)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([
    [500, 20, 2, 64],
    [250, 20, 1, 32],
    [1, 10_000, 2, 80],
  ])('makes few bundles of %i series of %i episodes', (count, size, bundles, groups) => {
    const made = groupsOf(site(count, size));
    expect(made).toHaveLength(bundles);
    expect(made.flat().length).toBeLessThanOrEqual(groups * 1.5);
  });
});

describe('bundleShape', () => {
  it('strews the index over a file for some episodes, over more of a small site', () => {
    for (const episodes of [1100, 3000, 5000, 6400]) {
      expect(bundleShape(episodes).files / episodes).toBeLessThanOrEqual(0.8);
      expect(bundleShape(episodes).files / episodes).toBeGreaterThan(0.7);
    }
    expect(bundleShape(1000).files / 1000).toBeCloseTo(0.5, 1);
    expect(bundleShape(150).files).toBe(128);
    expect(bundleShape(1).files).toBe(8);
    expect(bundleShape(20).files).toBe(80);
  });

  it('stays the same while a site grows by a few episodes', () => {
    const shapes = Array.from({ length: 1000 }, (_, i) => bundleShape(4000 + i).files);
    expect(new Set(shapes).size).toBeLessThanOrEqual(4);
  });
});
