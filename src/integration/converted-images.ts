import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from '#src/manuscript/once.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { contentChanged, ContentError } from './content-error.ts';
import { createFileCache } from './file-cache.ts';
import { isSystemError } from './folders.ts';
import { convertImage } from './image-conversion.ts';
import type { ShownImage } from './shown-images.ts';

/** The images of the output as bytes: converted once, and remembered from build to build. */
export interface ConvertedImages {
  /**
   * @throws ContentError where its file was saved again or removed since it was checked, and is not the
   * image that the name stands for any more; an error that names the file where it cannot be decoded
   */
  readonly bytes: (image: ShownImage) => Promise<Uint8Array>;
}

export interface ConvertedImagesOptions {
  /** Absolute: where conversions are remembered. */
  readonly folder: string;
  /** Absolute. */
  readonly contentDir: string;
  /** The names of all that the site shows; others are forgotten in time, once something was converted. */
  readonly needed: () => ReadonlySet<string>;
}

/** Where everything is remembered that was learned or made of images. */
export function imageFolder(workDir: string): string {
  return join(workDir, 'cache', 'images');
}

export function createConvertedImages(options: ConvertedImagesOptions): ConvertedImages {
  const { folder, contentDir, needed } = options;
  const cache = createFileCache(folder);
  const tidyOnce = once(() => cache.removeUnused(needed()));
  const convert = async (image: ShownImage): Promise<Uint8Array> => {
    const source = await readIfThere(join(contentDir, image.path));
    if (source === undefined || digestOf(source) !== image.digest) {
      throw new ContentError([contentChanged(image.path)]);
    }
    const converted = await convertImage(source, image).catch((cause: unknown) => {
      throw new Error(`${image.path} cannot be converted`, { cause });
    });
    await cache.set(image.fileName, converted);
    await tidyOnce();
    return converted;
  };
  return {
    bytes: async (image) => (await cache.get(image.fileName)) ?? convert(image),
  };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
