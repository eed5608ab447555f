import type { GroupIndexer } from '#src/integration/indexed-groups.ts';
import { threadsFor } from '#src/integration/thread-limits.ts';
import { openThreadPool } from '#src/integration/thread-pool.ts';
import type { BundleShape } from '#src/search/bundle-index.ts';
import type { GroupIndex } from '#src/search/group-index.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';

/** What a thread that indexes is handed. */
export interface IndexJob {
  readonly episodes: readonly SearchableEpisode[];
  readonly shape: BundleShape;
}

/** Indexes groups of search in threads of their own, so that this one has time for the pages. */
export interface IndexPool extends GroupIndexer {
  /** Resolves when the first group is under way. */
  readonly begun: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whoever opens one has to close it. */
export function openIndexPool(): IndexPool {
  const threads = threadsFor('index');
  const worker = new URL('index-worker.ts', import.meta.url);
  const pool = openThreadPool<IndexJob, GroupIndex>({ worker, threads });
  const begun = Promise.withResolvers<undefined>();
  return {
    // One more than threads: while what one group came to is written, there is another to go on with.
    atOnce: threads + 1,
    begun: begun.promise,
    groupIndex(episodes, shape) {
      const asked = pool.ask({ episodes, shape });
      begun.resolve(undefined);
      return asked;
    },
    close: pool.close,
  };
}
