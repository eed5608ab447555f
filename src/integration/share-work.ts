import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export interface WorkSharing<Job, Result> {
  /** Does a job in this thread. */
  readonly here: (job: Job) => Promise<Result>;
  /** The module of a thread, which calls `answerJobs`. */
  readonly worker: URL;
  /** What a thread is to know before its first job. */
  readonly workerData: unknown;
  /** Threads in all, this one included. */
  readonly threads: number;
}

/** So that no thread waits for its next job until this one has a moment for it. */
const jobsAhead = 2;
/** Megabytes. A thread that may fill more of them before it cleans up takes three times as much. */
const maxYoungGenerationSizeMb = 16;

/**
 * Does jobs in several threads, of which this is one: with what it knows in memory, which would have
 * to be there once more for another.
 *
 * @returns the results in the order in which they were ready
 * @throws what a job throws, in whichever thread; no other is begun then
 */
export async function shareWork<Job, Result>(
  jobs: Iterable<Job>,
  { here, worker, workerData, threads }: WorkSharing<Job, Result>,
): Promise<readonly Result[]> {
  const queue = jobs[Symbol.iterator]();
  const results: Result[] = [];
  const others = Array.from(
    { length: threads - 1 },
    () => new Worker(worker, { workerData, resourceLimits: { maxYoungGenerationSizeMb } }),
  );
  const work = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      results.push(await here(next.value));
      await setImmediate();
    }
  };
  const hand = (other: Worker) =>
    new Promise<void>((resolve, reject) => {
      let underWay = 0;
      const next = () => {
        while (underWay < jobsAhead) {
          const job = queue.next();
          if (job.done === true) break;
          other.postMessage(job.value);
          underWay += 1;
        }
        if (underWay === 0) resolve();
      };
      other.on('message', (result: Result) => {
        underWay -= 1;
        results.push(result);
        next();
      });
      other.once('error', reject);
      other.once('exit', (code) => {
        reject(new Error(`a thread ended with ${code.toString()} in the middle of its work`));
      });
      next();
    });
  try {
    await Promise.all([work(), ...others.map(hand)]);
  } finally {
    await Promise.all(others.map((other) => other.terminate()));
  }
  return results;
}
