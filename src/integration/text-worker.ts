import { parentPort, workerData } from 'node:worker_threads';
import { createFileCache } from './file-cache.ts';
import { fillShelf, type ShelfJob } from './text-store.ts';

// A thread of a text store: is sent shelves to fill, and tells what it has read for them.
const cache = createFileCache(String(workerData));

parentPort?.on('message', (job: ShelfJob) => {
  void fillShelf(cache, job).then((facts) => parentPort?.postMessage(facts));
});
