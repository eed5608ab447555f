import { workerData } from 'node:worker_threads';
import { answerJobs } from '#src/integration/answer-jobs.ts';
import { loadPageServer, writeFiles, type KeyedFile, type ThreadData } from './render-files.ts';

// A thread of renderFiles: makes and writes files of the site.
const { folder, job } = workerData as ThreadData;
const server = await loadPageServer(job, { keyed: false });

answerJobs((files) => writeFiles(files as readonly KeyedFile[], { server, folder }));
