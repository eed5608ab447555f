/**
 * The place of the next episode: the next whole number behind all that there are, 1 where there
 * are none. Undefined where numbers end.
 */
export function nextOrder(orders: readonly number[]): number | undefined {
  const next = Math.floor(orders.reduce((a, b) => Math.max(a, b), 0)) + 1;
  return Number.isSafeInteger(next) ? next : undefined;
}
