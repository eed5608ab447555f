import { expect, it } from 'vitest';
import { inOrderOfNames } from '#src/manuscript/order-texts.ts';

const sorted = (names: readonly string[]) => inOrderOfNames(names, (name) => name);

it('numbers in names are in the order of their size', () => {
  const names = ['1-10.md', '1-2.md', '10.md', '2.md', '99.md', '100.md', 'a1/2.md', 'a1/10.md'];
  expect(sorted(names.toReversed())).toEqual([
    ...['1-2.md', '1-10.md', '2.md', '10.md', '99.md', '100.md'],
    ...['a1/2.md', 'a1/10.md'],
  ]);
});

it('names without numbers are in the order of their code units', () => {
  expect(sorted(['い', 'b', 'あ', 'B', 'a'])).toEqual(['B', 'a', 'b', 'あ', 'い']);
});
