import { pathToFileURL } from 'node:url';
import type { ContextFolders, ContextOptions, ReadContent } from '#src/integration/context.ts';
import type { PageServer, RoutedFile } from '#src/integration/page-server.ts';
import { threadsFor } from '#src/integration/thread-limits.ts';
import { openThreadPool } from '#src/integration/thread-pool.ts';
import { once } from '#src/manuscript/once.ts';
import { inOrderOfNames } from '#src/manuscript/order-texts.ts';
import type { OutputTree } from './output-tree.ts';
import { createOutputWriter, type WriteOutput, type WrittenFile } from './output-writer.ts';

/** What files are rendered from; all of it can be handed to a thread. */
export interface RenderJob {
  /** Absolute: the engine's module. */
  readonly entry: string;
  readonly folders: ContextFolders;
  readonly content: ReadContent;
}

/** Files that a thread is given at once. */
const batchSize = 20;

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

/** Makes files of the site and writes them into the output. */
export interface FileRenderer {
  /** The page server of the job, in this thread. */
  readonly server: () => Promise<PageServer>;
  /**
   * Starts the threads for so many files already, if it takes several: for whoever knows that there
   * will be at least as many.
   */
  readonly prepare: (count: number) => void;
  /**
   * A few in this thread, many with all cores.
   *
   * @throws whatever a route throws, and errors of the file system
   */
  readonly render: (files: readonly KeyedFile[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whoever opens one has to close it. */
export function openFileRenderer(job: RenderJob, tree: OutputTree): FileRenderer {
  const { folder } = tree;
  const server = once(() => loadPageServer(job, { keyed: true }));
  const write = createOutputWriter(folder);
  const openPool = (count: number) =>
    openThreadPool({
      here: async (files: readonly KeyedFile[]) =>
        writeFiles(files, { server: await server(), write }),
      worker: new URL('page-worker.ts', import.meta.url),
      workerData: { job, folder } satisfies ThreadData,
      threads: threadsFor('pages', count),
    });
  let pool: ReturnType<typeof openPool> | undefined;
  return {
    server,
    prepare(count) {
      if (threadsFor('pages', count) === 1) return;
      pool ??= openPool(count);
      pool.start();
    },
    async render(files) {
      const { ask } = (pool ??= openPool(files.length));
      const written = await Promise.all(inBatches(files).map(ask));
      written.flat().forEach(tree.add);
    },
    close: async () => pool?.close(),
  };
}

/** In the order of the shelves that texts are read from. */
function inBatches(files: readonly KeyedFile[]): readonly (readonly KeyedFile[])[] {
  const sorted = inOrderOfNames(files, ({ path }) => path);
  return Array.from({ length: Math.ceil(sorted.length / batchSize) }, (_, i) =>
    sorted.slice(i * batchSize, (i + 1) * batchSize),
  );
}

/** Makes and writes some of them. */
export async function writeFiles(
  files: readonly KeyedFile[],
  { server, write }: { server: PageServer; write: WriteOutput },
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const file of files) {
    written.push(write(file, await server.render(file)));
  }
  return written;
}
