import { openThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

/**
 * Does jobs in several threads.
 *
 * @returns their results, in the order of the jobs
 * @throws what a job throws, in whichever thread; by then none is under way any more
 */
export async function shareWork<Job, Result>(
  jobs: readonly Job[],
  options: ThreadPoolOptions<Job, Result>,
): Promise<readonly Result[]> {
  const pool = openThreadPool(options);
  try {
    return await Promise.all(jobs.map((job) => pool.ask(job)));
  } finally {
    await pool.close();
  }
}
