import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ContextFolders, ContextOptions, ReadContent } from '#src/integration/context.ts';
import type { PageServer, RoutedFile } from '#src/integration/page-server.ts';
import { writeFileOf, type OutputTree, type WrittenFile } from './output-tree.ts';

/** What files are rendered from; all of it can be handed to a thread. */
export interface RenderJob {
  /** Absolute: the engine's module. */
  readonly entry: string;
  readonly folders: ContextFolders;
  readonly content: ReadContent;
}

/** Starting a thread takes as long as some hundred pages do. */
const fewFiles = 200;
/** Files that a thread is given at once. */
const batchSize = 40;
/** Each thread holds the site in memory. */
const mostThreads = 4;

/** The page server of an engine, in this thread, with its site open. */
export async function loadPageServer(
  { entry, folders, content }: RenderJob,
  options: ContextOptions,
): Promise<PageServer> {
  const module = (await import(pathToFileURL(entry).href)) as PageServerModule;
  return module.openSite(folders, content, options);
}

/** A file that is known by what it is made of. */
export interface KeyedFile extends RoutedFile {
  readonly key: string;
}

type PageServerModule = typeof import('#src/integration/page-server.ts');

/**
 * Makes files of the site and writes them into the output: a few in this thread, many with all cores.
 *
 * @param server - of the same job
 * @throws whatever a route throws, and errors of the file system
 */
export async function renderFiles(
  files: readonly KeyedFile[],
  { job, server, tree }: { job: RenderJob; server: PageServer; tree: OutputTree },
): Promise<void> {
  if (files.length <= fewFiles) {
    for (const file of files) {
      tree.add(writeFileOf(tree.folder, file, await server.render(file)));
    }
    return;
  }
  // Neighbours in the site are neighbours in what they read.
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const batches = Array.from({ length: Math.ceil(sorted.length / batchSize) }, (_, i) =>
    sorted.slice(i * batchSize, (i + 1) * batchSize),
  ).values();
  const threads = Math.min(availableParallelism(), mostThreads);
  await Promise.all(Array.from({ length: threads }, () => renderInThread(batches, { job, tree })));
}

async function renderInThread(
  batches: IterableIterator<readonly KeyedFile[]>,
  { job, tree }: { job: RenderJob; tree: OutputTree },
): Promise<void> {
  const worker = new Worker(new URL('page-worker.ts', import.meta.url), {
    workerData: { ...job, folder: tree.folder },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        const batch = batches.next();
        if (batch.done === true) resolve();
        else worker.postMessage(batch.value);
      };
      worker.on('message', (written: readonly WrittenFile[]) => {
        written.forEach(tree.add);
        next();
      });
      worker.once('error', reject);
      worker.once('exit', (code) => {
        reject(new Error(`a thread that renders pages ended with ${code.toString()}`));
      });
      next();
    });
  } finally {
    await worker.terminate();
  }
}
