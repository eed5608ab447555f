import { parentPort } from 'node:worker_threads';

/** Does, one after the other, the jobs that `shareWork` hands to this thread. */
export function answerJobs<Job>(work: (job: Job) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (job: Job) => {
    // One that fails ends the thread, which is told to whoever waits for it.
    last = last.then(async () => parentPort?.postMessage(await work(job)));
  });
}
