import { pathToFileURL } from 'node:url';
import type { ContextFolders, ContextOptions, ReadContent } from '#src/integration/context.ts';
import type { PageServer, RoutedFile } from '#src/integration/page-server.ts';
import { shareWork } from '#src/integration/share-work.ts';
import { threadsFor } from '#src/integration/thread-limits.ts';
import { inOrderOfNames } from '#src/manuscript/order-texts.ts';
import { writeFileOf, type OutputTree, type WrittenFile } from './output-tree.ts';

/** What files are rendered from; all of it can be handed to a thread. */
export interface RenderJob {
  /** Absolute: the engine's module. */
  readonly entry: string;
  readonly folders: ContextFolders;
  readonly content: ReadContent;
}

/** Files that a thread is given at once. */
const batchSize = 40;

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

/** What a thread that renders is to know. */
export interface ThreadData {
  readonly job: RenderJob;
  /** Absolute: of the output. */
  readonly folder: string;
}

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
  const { folder } = tree;
  // In the order of the shelves that texts are read from.
  const sorted = inOrderOfNames(files, ({ path }) => path);
  const batches = Array.from({ length: Math.ceil(sorted.length / batchSize) }, (_, i) =>
    sorted.slice(i * batchSize, (i + 1) * batchSize),
  );
  const written = await shareWork(batches, {
    here: (batch: readonly KeyedFile[]) => writeFiles(batch, { server, folder }),
    worker: new URL('page-worker.ts', import.meta.url),
    workerData: { job, folder } satisfies ThreadData,
    threads: threadsFor('pages', files.length),
  });
  written.flat().forEach(tree.add);
}

/** Makes and writes some of them. */
export async function writeFiles(
  files: readonly KeyedFile[],
  { server, folder }: { server: PageServer; folder: string },
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const file of files) {
    written.push(writeFileOf(folder, file, await server.render(file)));
  }
  return written;
}
