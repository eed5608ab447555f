import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextOrder } from '#src/scaffold/next-order.ts';

it.each([
  [[], 1],
  [[0], 1],
  [[1, 2, 3], 4],
  [[3, 1, 2], 4],
  [[5, 5.5], 6],
  [[0.5], 1],
  [[1, 100], 101],
])('%j is followed by %d', (orders, next) => {
  expect(nextOrder(orders)).toBe(next);
});

it('is greater than all and whole, or there is none', () => {
  const order = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(order), (orders) => {
      const next = nextOrder(orders);
      if (next === undefined) return orders.some((one) => one >= Number.MAX_SAFE_INTEGER - 1);
      return Number.isInteger(next) && orders.every((one) => one < next);
    }),
  );
});
