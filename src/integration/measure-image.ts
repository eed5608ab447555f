import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { once } from '#src/manuscript/once.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import type { ManuscriptTools } from '#src/manuscript/tools.ts';
import { createFileCache } from './file-cache.ts';
import { canMove, convertVector } from './image-conversion.ts';
import { isVector } from './image-versions.ts';
import { loadSharp } from './load-sharp.ts';

type MeasureImage = ManuscriptTools['measureImage'];
type Size = Awaited<ReturnType<MeasureImage>>;

/**
 * Stands for what measures an image. Raise the number when the code below comes to give another size, or
 * to reject another file.
 */
export const measuringKey = once(() =>
  createHash('sha256')
    .update(JSON.stringify([1, loadSharp().versions]))
    .digest('hex')
    .slice(0, 6),
);

/**
 * Measures images, and sees to it that the whole of each can be decoded: a file that was cut short
 * has its size at its beginning. What was sound once is remembered by its digest.
 *
 * @param folder - absolute: where sizes are remembered
 */
export function createMeasureImage(folder: string): MeasureImage {
  const cache = createFileCache(folder);
  return async (path, digest) => {
    const bytes = await readFile(path);
    if (isVector(path)) return measureVector(bytes);
    const name = `${digest}-${measuringKey()}.json`;
    const known = await cache.get(name);
    if (known !== undefined) return JSON.parse(Buffer.from(known).toString()) as Size;
    const size = await measurePixels(bytes);
    if (digestOf(bytes) === digest) await cache.set(name, Buffer.from(JSON.stringify(size)));
    return size;
  };
}

async function measureVector(bytes: Uint8Array): Promise<Size> {
  const { format, width, height } = await loadSharp()(bytes).metadata();
  // Served as a drawing, it has to be what its name says.
  if (format !== 'svg') throw new Error('no SVG');
  convertVector(bytes);
  return { width, height };
}

async function measurePixels(bytes: Uint8Array): Promise<Size> {
  const metadata = await loadSharp()(bytes).metadata();
  const { width, height } = metadata.autoOrient;
  // Decoding to a small image reads all of the file, and takes a third of the time for a JPEG.
  await loadSharp()(bytes, { animated: canMove(metadata), failOn: 'error' })
    .resize({ width: 16, height: 16, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer();
  return { width, height };
}
