import { setTimeout as sleep } from 'node:timers/promises';
import { threadId, workerData } from 'node:worker_threads';
import { answerJobs } from '#src/integration/answer-jobs.ts';

/** What a thread is asked to do, and how long it takes, in milliseconds. */
export interface TallyJob {
  readonly name: string;
  readonly takes: number;
  readonly ends?: 'thrown' | 'exit';
}

export interface TallyAnswer {
  readonly name: string;
  readonly thread: number;
}

/** Shared with all threads: how many jobs have been begun. */
export type Tally = Int32Array<SharedArrayBuffer>;

/** Does a job as a thread of the tests' pools does. */
export async function tallyJob(job: TallyJob, begun: Tally): Promise<TallyAnswer> {
  Atomics.add(begun, 0, 1);
  await sleep(job.takes);
  if (job.ends === 'thrown') throw new Error(`${job.name} failed`);
  if (job.ends === 'exit') process.exit(3);
  return { name: job.name, thread: threadId };
}

answerJobs((job) => tallyJob(job as TallyJob, workerData as Tally));
