/**
 * Maps with at most `limit` calls under way. The results are in the order of the items, whatever
 * the order in which the calls end; the first call that rejects rejects the whole.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  limit: number,
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R[]>(items.length);
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) {
      results[index] = [await call(item)];
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results.flat();
}
