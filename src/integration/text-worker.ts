import { workerData } from 'node:worker_threads';
import { answerJobs } from './answer-jobs.ts';
import { createFileCache } from './file-cache.ts';
import { fillShelf, type ShelfJob } from './text-shelves.ts';

// A thread of a text store: reads what shelves lack.
const cache = createFileCache(String(workerData));

answerJobs((job) => fillShelf(cache, job as ShelfJob));
