import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '#src/manuscript/source-file.ts';
import { createFileCache } from './file-cache.ts';
import { convertImage } from './image-conversion.ts';
import type { ShownImage } from './shown-images.ts';

/** The images of the output as bytes: converted once, and remembered from build to build. */
export interface ConvertedImages {
  /** @throws an error that names the file where it cannot be read or decoded */
  readonly bytes: (image: ShownImage) => Promise<Uint8Array>;
  /** Forgets what is long unused. */
  readonly tidy: () => Promise<void>;
}

/** Where everything is remembered that was learned or made of images. */
export function imageFolder(workDir: string): string {
  return join(workDir, 'cache', 'images');
}

/** @param folder - absolute: where conversions are remembered */
export function createConvertedImages(folder: string): ConvertedImages {
  const cache = createFileCache(folder);
  const bytes: ConvertedImages['bytes'] = async (image) => {
    return (await cache.get(image.fileName)) ?? convert(image);
  };
  const convert = async (image: ShownImage): Promise<Uint8Array> => {
    const source = await readFile(image.source);
    const converted = await convertImage(source, image).catch((cause: unknown) => {
      throw new Error(`${image.source} cannot be converted`, { cause });
    });
    // Saved again since its digest was taken, it is another image than the name says.
    if (digestOf(source) === image.digest) await cache.set(image.fileName, converted);
    return converted;
  };
  return {
    bytes,
    tidy: () => cache.removeUnused(),
  };
}
