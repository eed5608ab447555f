import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';
import { corpusImages, corpusTexts, type CorpusShape } from './corpus.ts';
import { drawImage } from './images.ts';

/** Writes a content folder. @throws errors of the file system */
export async function writeCorpus(folder: string, shape: CorpusShape): Promise<void> {
  for (const { path, text } of corpusTexts(shape)) await write(join(folder, path), text);
  await mapConcurrently(corpusImages(shape), DRAWN_AT_ONCE, async (path) => {
    await write(join(folder, path), await drawImage(shape.seed, path));
  });
}

const DRAWN_AT_ONCE = 4;

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
