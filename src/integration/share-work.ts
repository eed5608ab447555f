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
    const results = await Promise.all(jobs.map((job) => pool.ask(job)));
    // Threads that have nothing to do any more take a moment to end, for which nobody has to wait.
    void pool.close();
    return results;
  } catch (error) {
    await pool.close();
    throw error;
  }
}
