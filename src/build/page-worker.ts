import { workerData } from 'node:worker_threads';
import { answerJobs } from '#src/integration/answer-jobs.ts';
import { createOutputWriter } from './output-writer.ts';
import { loadPageServer, writeFiles, type KeyedFile, type ThreadData } from './render-files.ts';

// A thread of a file renderer: makes and writes files of the site.
const { folder, job } = workerData as ThreadData;
const server = await loadPageServer(job, { keyed: false });
const write = createOutputWriter(folder);

answerJobs((files) => writeFiles(files as readonly KeyedFile[], { server, write }));
