import { availableParallelism } from 'node:os';

/** However many cores there are: memory is what these are limited by. */
const mostThreads = {
  /** Each holds a text at a time. */
  texts: 8,
  /** Each holds the site. */
  pages: 4,
  /** Each takes some hundred megabytes, with Pagefind's own process. */
  index: 4,
} as const;

/** Starting a thread takes as long as so many texts or pages do. */
const fewItems = 200;

/**
 * How many threads some work is for.
 *
 * @param items - how many texts or pages there are to do; by default many
 */
export function threadsFor(
  work: keyof typeof mostThreads,
  items = Number.POSITIVE_INFINITY,
): number {
  return items <= fewItems ? 1 : Math.min(availableParallelism(), mostThreads[work]);
}
