import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { GroupIndexer } from '#src/integration/indexed-groups.ts';
import type { BundleShape } from '#src/search/bundle-index.ts';
import type { GroupIndex } from '#src/search/group-index.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';

/** What a thread that indexes is handed. */
export interface IndexJob {
  readonly episodes: readonly SearchableEpisode[];
  readonly shape: BundleShape;
}

/** Each needs some hundred megabytes, with Pagefind's own process. */
const mostThreads = 4;
/** Megabytes: what a group leaves behind is collected before the next has grown. */
const maxYoungGenerationSizeMb = 16;

/** Indexes groups of search in threads of their own, so that this one has time for the pages. */
export interface IndexPool extends GroupIndexer {
  /** Resolves when the first group is under way. */
  readonly begun: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Threads are started when there is work for them. */
export function openIndexPool(threads = Math.min(availableParallelism(), mostThreads)): IndexPool {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const begun = Promise.withResolvers<undefined>();
  const start = (): Worker => {
    const worker = new Worker(new URL('index-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb },
    });
    all.push(worker);
    return worker;
  };
  return {
    atOnce: threads,
    begun: begun.promise,
    async groupIndex(episodes, shape) {
      const worker = idle.pop() ?? start();
      const asked = ask(worker, { episodes, shape });
      begun.resolve(undefined);
      const made = await asked;
      idle.push(worker);
      return made;
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, job: IndexJob): Promise<GroupIndex> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => {
      reject(new Error(`a thread that indexes ended with ${code.toString()}`));
    };
    worker.once('error', reject).once('exit', onExit);
    worker.once('message', (made: GroupIndex) => {
      worker.off('error', reject).off('exit', onExit);
      resolve(made);
    });
    worker.postMessage(job);
  });
}
