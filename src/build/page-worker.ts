import { parentPort, workerData } from 'node:worker_threads';
import { writeFileOf, type WrittenFile } from './output-tree.ts';
import { loadPageServer, type KeyedFile, type RenderJob } from './render-files.ts';

// A thread of renderFiles: is sent files, makes and writes them, and tells what it has written.
const { folder, ...job } = workerData as RenderJob & { readonly folder: string };
const server = await loadPageServer(job, { keyed: false });

parentPort?.on('message', (files: readonly KeyedFile[]) => {
  void renderAll(files);
});

async function renderAll(files: readonly KeyedFile[]): Promise<void> {
  const written: WrittenFile[] = [];
  for (const file of files) {
    written.push(writeFileOf(folder, file, await server.render(file)));
  }
  parentPort?.postMessage(written);
}
