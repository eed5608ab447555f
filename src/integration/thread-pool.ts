import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

type DoJob<Job, Result> = (job: Job) => Promise<Result>;

export interface ThreadPoolOptions<Job, Result> {
  /** The module of a thread, which calls `answerJobs`. */
  readonly worker: URL;
  /** What a thread is to know before its first job. */
  readonly workerData?: unknown;
  /** How many there are at most, this one included where jobs are done `here`. */
  readonly threads: number;
  /** Does a job in this thread: with what it knows, which would have to be in memory once more. */
  readonly here?: DoJob<Job, Result>;
  /** No thread is started before this has resolved; where it rejects, no job is begun any more. */
  readonly startAfter?: Promise<unknown> | undefined;
}

/** Does jobs in threads, which are started when there is work for them, or before. */
export interface ThreadPool<Job, Result> {
  /**
   * Starts all threads already, so that they are ready when there is much work at once. Does nothing
   * before `startAfter` has resolved.
   */
  readonly start: () => void;
  /**
   * Has a job done. Jobs are begun in the order in which they were asked for, each when a thread has
   * room for it.
   *
   * @throws what this job or another one throws: from then on none is begun any more
   */
  readonly ask: (job: Job) => Promise<Result>;
  /** Ends the threads with whatever they are doing, and waits for what is done here. */
  readonly close: () => Promise<void>;
}

/** So that no thread waits for its next job until this one has a moment for it. */
const jobsAhead = 2;
/** Megabytes. With fewer, threads clean up so often that it costs a tenth of their time; with none named, memory. */
const maxYoungGenerationSizeMb = 48;

/** Whoever opens one has to close it. */
export function openThreadPool<Job, Result>(
  options: ThreadPoolOptions<Job, Result>,
): ThreadPool<Job, Result> {
  const { threads, here, startAfter } = options;
  const mostOthers = here === undefined ? threads : threads - 1;
  const others: Thread<Job, Result>[] = [];
  const waiting: Task<Job, Result>[] = [];
  let mayStart = startAfter === undefined;
  let ended: { readonly by: unknown } | undefined;
  let workHere: Promise<void> | undefined;

  const end = (by: unknown): void => {
    ended ??= { by };
    const left = [...others.flatMap(({ underWay }) => underWay.splice(0)), ...waiting.splice(0)];
    for (const { reject } of left) reject(ended.by);
    for (const { worker } of others) void worker.terminate();
  };

  const startOne = (): Thread<Job, Result> => {
    const started = startThread(options, { onAnswer: handOut, onEnd: end });
    others.push(started);
    return started;
  };

  const threadWithRoom = (): Thread<Job, Result> | undefined => {
    const [idlest] = others.toSorted((a, b) => a.underWay.length - b.underWay.length);
    if (idlest?.underWay.length !== 0 && mayStart && others.length < mostOthers) return startOne();
    return idlest !== undefined && idlest.underWay.length < jobsAhead ? idlest : undefined;
  };

  const handOut = (): void => {
    if (here !== undefined && waiting.length > 0) workHere ??= work(here);
    try {
      while (waiting.length > 0) {
        const thread = threadWithRoom();
        if (thread === undefined) return;
        const task = waiting.shift();
        if (task !== undefined) hand(thread, task);
      }
    } catch (error) {
      // The system may give no thread, and not everything can be handed to one.
      end(error);
    }
  };

  const doHere = async (task: Task<Job, Result>, doJob: DoJob<Job, Result>): Promise<void> => {
    try {
      task.resolve(await doJob(task.job));
    } catch (error) {
      task.reject(error);
      end(error);
    }
  };

  const work = async (doJob: DoJob<Job, Result>): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      // Meanwhile the others are handed theirs, and their answers are taken.
      await setImmediate();
      if (ended === undefined) await doHere(task, doJob);
      else task.reject(ended.by);
    }
    workHere = undefined;
  };

  void startAfter?.then(() => {
    mayStart = true;
    if (ended === undefined) handOut();
  }, end);

  return {
    start() {
      while (mayStart && ended === undefined && others.length < mostOthers) startOne();
    },
    ask(job) {
      const task = { job, ...Promise.withResolvers<Result>() };
      waiting.push(task);
      if (ended === undefined) handOut();
      else end(ended.by);
      return task.promise;
    },
    async close() {
      end(new Error('the threads were ended'));
      await Promise.all([workHere, ...others.map(({ worker }) => worker.terminate())]);
    },
  };
}

interface Task<Job, Result> extends PromiseWithResolvers<Result> {
  readonly job: Job;
}

interface Thread<Job, Result> {
  readonly worker: Worker;
  /** They are answered in this order. */
  readonly underWay: Task<Job, Result>[];
}

interface ThreadEvents {
  readonly onAnswer: () => void;
  readonly onEnd: (by: unknown) => void;
}

function startThread<Job, Result>(
  { worker: module, workerData }: ThreadPoolOptions<Job, Result>,
  { onAnswer, onEnd }: ThreadEvents,
): Thread<Job, Result> {
  const worker = new Worker(module, { workerData, resourceLimits: { maxYoungGenerationSizeMb } });
  const underWay: Task<Job, Result>[] = [];
  worker.on('message', (result: Result) => {
    underWay.shift()?.resolve(result);
    onAnswer();
  });
  worker.once('error', onEnd);
  worker.once('exit', (code) => {
    onEnd(new Error(`a thread ended with ${code.toString()} in the middle of its work`));
  });
  return { worker, underWay };
}

function hand<Job, Result>(
  { worker, underWay }: Thread<Job, Result>,
  task: Task<Job, Result>,
): void {
  underWay.push(task);
  worker.postMessage(task.job);
}
