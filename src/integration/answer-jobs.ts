import { parentPort } from 'node:worker_threads';

/**
 * Does, one after the other, the jobs that a thread pool hands to this thread.
 *
 * @param work - is given what was handed over, and has to know what that is
 */
export function answerJobs(work: (job: unknown) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (job: unknown) => {
    // One that fails ends the thread, which is told to whoever waits for it.
    last = last.then(async () => parentPort?.postMessage(await work(job)));
  });
}
