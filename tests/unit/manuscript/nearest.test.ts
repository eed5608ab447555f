import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceFrom } from '#src/manuscript/edit-distance.ts';
import { nearest, nearestOf } from '#src/manuscript/nearest.ts';

describe('distanceFrom', () => {
  it.each([
    ['', '', 0],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    // No neighbours are exchanged and then edited again.
    ['ca', 'abc', 3],
    ['霧の夜', '霧夜', 1],
  ])('from %j to %j: %i', (a, b, distance) => {
    expect(distanceFrom(a)(b)).toBe(distance);
  });

  it('is what it is by definition, for short texts and long ones', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '霧'), maxLength: 8 });
    const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 28, maxLength: 36 });
    fc.assert(
      fc.property(fc.oneof(short, long), fc.oneof(short, long), (a, b) => {
        expect(distanceFrom(a)(b)).toBe(byDefinition(a, b));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('nearest', () => {
  it.each([
    ['sumary', ['summary', 'series'], 'summary'],
    ['oder', ['order', 'older'], 'order'],
    ['02.md', ['03.md', '01.md'], undefined],
    ['2.md', ['03.md', '02.md'], '02.md'],
    ['Kiri.PNG', ['yoru.png', 'kiri.png'], 'kiri.png'],
    ['ab', ['ac'], undefined],
    ['霧の網代', ['山の網代', '霧の網'], '山の網代'],
  ])('to %j among %j is %j', (text, candidates, expected) => {
    expect(nearest(text, candidates)).toBe(expected);
  });

  it('is the first of those with the fewest slips, whatever the others are', () => {
    const name = fc
      .tuple(fc.constantFrom('kiri', 'kir', 'yoru', 'img-', 'a#b', ''), fc.nat(30), fc.string())
      .map(([word, number, rest]) => `${word}${number}${rest.slice(0, 2)}`);
    fc.assert(
      fc.property(name, fc.uniqueArray(name, { maxLength: 12 }), (text, candidates) => {
        expect(nearest(text, candidates)).toBe(oneByOne(text, candidates));
        const [except] = candidates;
        const others = candidates.slice(1);
        expect(nearestOf(candidates)(text, except)).toBe(oneByOne(text, others));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Of each candidate by itself, the plausible one with the fewest slips. */
function oneByOne(text: string, candidates: readonly string[]): string | undefined {
  const fold = (word: string) => word.normalize('NFKC').toLowerCase().trim();
  return candidates
    .filter((candidate) => nearest(text, [candidate]) !== undefined)
    .map((candidate) => ({ candidate, slips: byDefinition(fold(text), fold(candidate)) }))
    .reduce<{ candidate?: string; slips: number }>(
      (best, next) => (next.slips < best.slips ? next : best),
      { slips: Infinity },
    ).candidate;
}

function byDefinition(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const isExchange = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edited = [
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      rows[i]?.push(
        Math.min(...edited, isExchange && i > 1 && j > 1 ? cell(i - 2, j - 2) + 1 : Infinity),
      );
    }
  }
  return cell(a.length, b.length);
}
