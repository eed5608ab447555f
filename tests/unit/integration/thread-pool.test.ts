import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shareWork } from '#src/integration/share-work.ts';
import { openThreadPool, type ThreadPool } from '#src/integration/thread-pool.ts';
import {
  tallyJob,
  type Tally,
  type TallyAnswer,
  type TallyJob,
} from '#tests/support/tally-worker.ts';

const worker = new URL('../../support/tally-worker.ts', import.meta.url);
const names = (count: number) => Array.from({ length: count }, (_, i) => `job ${String(i)}`);
const short = (name: string): TallyJob => ({ name, takes: 2 });
const amiss = (ends: 'thrown' | 'exit'): TallyJob => ({ name: 'this one', takes: 2, ends });

let begun: Tally;
let open: ThreadPool<TallyJob, TallyAnswer>[];
beforeEach(() => {
  begun = new Int32Array(new SharedArrayBuffer(4));
  open = [];
});
afterEach(async () => {
  for (const pool of open) await pool.close();
});

function pool(threads: number): ThreadPool<TallyJob, TallyAnswer> {
  const opened = openThreadPool<TallyJob, TallyAnswer>({ worker, workerData: begun, threads });
  open.push(opened);
  return opened;
}

/** Long enough for a thread that still has jobs to begin them. */
async function begunUntilNow(): Promise<number> {
  await sleep(300);
  return begun[0] ?? 0;
}

describe('a pool of threads', () => {
  it('answers each job by its own result, however many there are', async () => {
    const { ask } = pool(2);
    const answers = await Promise.all(names(50).map((name) => ask(short(name))));
    expect(answers.map(({ name }) => name)).toEqual(names(50));
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(2);
  });

  it('starts no more threads than there are jobs at a time', async () => {
    const { ask } = pool(4);
    const threads = new Set<number>();
    for (const name of names(5)) threads.add((await ask(short(name))).thread);
    expect(threads.size).toBe(1);
  });

  it.each([
    ['is told of a job that fails, as whoever asked for another is', 'thrown', 'this one failed'],
    ['is told of a thread that ends', 'exit', 'a thread ended with 3'],
  ] as const)('%s', async (_, ends, message) => {
    const { ask } = pool(2);
    const asked = [amiss(ends), ...names(20).map(short)].map((job) => ask(job));
    const reasons = await Promise.all(asked.map((one) => one.catch(String)));
    const told = reasons.filter((one) => typeof one === 'string');
    expect(reasons[0]).toContain(message);
    expect(new Set(told).size).toBe(1);
    await expect(ask(short('later'))).rejects.toThrow(message);
  });

  it('starts threads that nothing was asked of yet, for whoever wants them ready', async () => {
    const missing = new URL('no-such-worker.ts', import.meta.url);
    const here = (job: TallyJob) => tallyJob(job, begun);
    const opened = openThreadPool({ worker: missing, threads: 2, here });
    open.push(opened);
    expect((await opened.ask(short('this one'))).name).toBe('this one');
    opened.start();
    const asked = () => opened.ask(short('another')).then(({ name }) => name, String);
    await expect.poll(asked, { timeout: 10_000 }).toContain('no-such-worker.ts');
  });

  it('tells whoever asked where a thread cannot be started', async () => {
    const { ask } = openThreadPool<unknown, unknown>({ worker, threads: 1 });
    await expect(ask(() => 'no job that could be handed over')).rejects.toThrow(
      'could not be cloned',
    );
  });

  it('begins nothing more once it is closed', async () => {
    const { ask, close } = pool(2);
    const asked = Promise.allSettled(names(20).map((name) => ask({ name, takes: 50 })));
    await sleep(200);
    await close();
    const count = begun[0];
    expect((await asked).some(({ status }) => status === 'rejected')).toBe(true);
    expect(await begunUntilNow()).toBe(count);
    await expect(ask(short('later'))).rejects.toThrow();
  });
});

describe('work that is shared', () => {
  const share = (jobs: readonly TallyJob[], threads: number, startAfter?: Promise<unknown>) =>
    shareWork(jobs, {
      ...{ worker, workerData: begun, threads, startAfter },
      here: (job: TallyJob) => tallyJob(job, begun),
    });

  it('is done by this thread as well, and its results are in the order of the jobs', async () => {
    const jobs = names(60).map((name) => ({ name, takes: 10 }));
    const answers = await share(jobs, 2);
    expect(answers.map(({ name }) => name)).toEqual(names(60));
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(2);
  });

  it('is done by this thread alone where no other is asked for', async () => {
    const answers = await share(names(3).map(short), 1);
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(1);
  });

  it('is done by this thread alone until others may be started', async () => {
    const may = Promise.withResolvers<undefined>();
    let doneHere = 0;
    const answers = await shareWork<TallyJob, TallyAnswer>(names(60).map(short), {
      ...{ worker, workerData: begun, threads: 2, startAfter: may.promise },
      async here(job) {
        if (doneHere === 10) {
          expect(begun[0]).toBe(10);
          may.resolve(undefined);
          await expect.poll(() => begun[0], { timeout: 10_000 }).toBeGreaterThan(10);
        }
        doneHere += 1;
        return tallyJob(job, begun);
      },
    });
    expect(answers.map(({ name }) => name)).toEqual(names(60));
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(2);
  });

  it('goes on no further where others may never be started', async () => {
    const jobs = names(100).map((name) => ({ name, takes: 10 }));
    const failed = sleep(100).then(() => {
      throw new Error('no room for others');
    });
    await expect(share(jobs, 2, failed)).rejects.toThrow('no room for others');
    expect(await begunUntilNow()).toBeLessThan(100);
  });

  it.each([
    ['of this thread', 0],
    ['of another', 1],
  ])(
    'begins no other job once one %s has failed, and has none under way then',
    async (_, place) => {
      const jobs: TallyJob[] = names(300).map((name) => ({ name, takes: 20 }));
      // The first is for this thread, the second for the other.
      jobs[place] = { name: 'this one', takes: 100, ends: 'thrown' };
      await expect(share(jobs, 2)).rejects.toThrow('this one failed');
      const count = begun[0];
      expect(count).toBeLessThan(300);
      expect(await begunUntilNow()).toBe(count);
    },
  );
});
