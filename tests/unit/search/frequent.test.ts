import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frequentIn, toFrequentGrams } from '#src/search/query/frequent.ts';

it('what is frequent is named once, with the fewer of the groups where it is, or is not', () => {
  expect(toFrequentGrams([['ている', 'ていた'], ['ていた'], []])).toEqual([
    ['ている', 1, 0],
    ['ていた', 0, 2],
  ]);
});

it('it is known of each group', () => {
  const gram = fc.constantFrom('ている', 'ていた', 'いた。', '、それ');
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(gram), { maxLength: 6 }), gram, (groups, one) => {
      const isFrequent = frequentIn(toFrequentGrams(groups));
      const found = groups.map((_, group) => isFrequent(one, group));
      expect(found).toEqual(groups.map((grams) => grams.includes(one)));
    }),
  );
});
