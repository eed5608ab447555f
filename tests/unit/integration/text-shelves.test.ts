import { describe, expect, it } from 'vitest';
import { shelvesOf } from '#src/integration/text-shelves.ts';

const bodies = (names: readonly string[]) => names.map((name) => ({ path: `s/${name}.md` }));

/** How many texts lie elsewhere than before. */
function moved(before: readonly string[], after: readonly string[]): number {
  const shelves = shelvesOf(bodies(before));
  const shelvesNow = shelvesOf(bodies(after));
  const now = new Map(after.map((name, i) => [name, shelvesNow[i]]));
  return before.filter((name, i) => now.get(name) !== shelves[i]).length;
}

describe('a text that is added to a folder moves less than a shelf', () => {
  it('at its end', () => {
    for (let count = 1; count <= 300; count += 1) {
      const names = Array.from({ length: count + 1 }, (_, i) => String(i));
      expect(moved(names.slice(0, -1), names)).toBeLessThan(64);
    }
  });

  it('before its first', () => {
    const names = Array.from({ length: 300 }, (_, i) => String(i + 1));
    expect(moved(names, ['0', ...names])).toBeLessThan(64);
  });
});

it('a text that is added anywhere in a folder moves few on average', () => {
  const names = Array.from({ length: 300 }, (_, i) => String(i));
  const counts = names.map((name, i) => moved(names, names.toSpliced(i + 1, 0, `${name}-2`)));
  expect(counts.reduce((sum, count) => sum + count) / counts.length).toBeLessThan(6);
});
