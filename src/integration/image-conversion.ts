import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Metadata, WebpOptions } from 'sharp';
import { once } from '#src/manuscript/once.ts';
import type { ImageVersion } from './image-versions.ts';
import { loadSharp } from './load-sharp.ts';

const settings = {
  /** For what a camera took. */
  photo: { quality: 80 },
  /** For lines and letters, whose colours would run. */
  drawing: { quality: 90, smartSubsample: true },
  exact: { lossless: true },
  card: { quality: 82, mozjpeg: true },
  /** Behind what is transparent on a card: the paper of tokens.css. */
  paper: '#fbfaf6',
} as const;

/** It takes a quarter of a second to load, which only sites with images are to wait for. */
const svgo = once(() => createRequire(import.meta.url)('svgo') as typeof import('svgo'));

/**
 * Stands for everything but the image itself that decides a conversion's bytes. Raise the number
 * when the code below comes to give others.
 */
export const conversionKey = once(() =>
  createHash('sha256')
    .update(JSON.stringify([2, settings, loadSharp().versions, svgo().VERSION]))
    .digest('hex')
    .slice(0, 6),
);

/**
 * One version of an image: upright, in sRGB, without metadata (a photo may tell where it was taken),
 * an animation animated. The bytes do not depend on the machine or its number of threads.
 *
 * @param bytes - of the image's file
 * @throws sharp's or SVGO's error where they cannot be decoded
 */
export async function convertImage(bytes: Uint8Array, version: ImageVersion): Promise<Uint8Array> {
  switch (version.make) {
    case 'svg':
      return convertVector(bytes);
    case 'webp':
      return convertToWebp(bytes, version);
    case 'card':
      return convertToCard(bytes, version);
  }
}

/**
 * A drawing without what an editor leaves in it, and without scripts: whoever opens its address by
 * itself is on our site, with no policy to stop them.
 */
export function convertVector(bytes: Uint8Array): Uint8Array {
  const source = new TextDecoder().decode(bytes);
  const { data } = svgo().optimize(source, { plugins: ['preset-default', 'removeScripts'] });
  return new TextEncoder().encode(data);
}

/** What a camera took is compressed with loss; anything else in the way that takes fewer bytes. */
async function convertToWebp(bytes: Uint8Array, version: ImageVersion): Promise<Uint8Array> {
  const { width, height } = version;
  const metadata = await loadSharp()(bytes).metadata();
  const encode = (options: WebpOptions) =>
    loadSharp()(bytes, { animated: canMove(metadata), failOn: 'error' })
      .autoOrient()
      .resize({ width, height, fit: 'fill' })
      .webp(options)
      .toBuffer();
  const { format, pages = 1 } = metadata;
  if (format === 'jpeg' || format === 'heif') return encode(settings.photo);
  // Frames made smaller took several times the work to be exact, and more bytes.
  if (pages > 1 && metadata.width !== width) return encode(settings.drawing);
  const [exact, drawing] = [await encode(settings.exact), await encode(settings.drawing)];
  return exact.length < drawing.length ? exact : drawing;
}

async function convertToCard(bytes: Uint8Array, version: ImageVersion): Promise<Uint8Array> {
  const { width, height } = version;
  const { format, width: drawn } = await loadSharp()(bytes).metadata();
  // At 72 an SVG is drawn in its own size.
  const density = format === 'svg' ? { density: (72 * width) / drawn } : {};
  return loadSharp()(bytes, { ...density, failOn: 'error' })
    .autoOrient()
    .resize({ width, height, fit: 'fill' })
    .flatten({ background: settings.paper })
    .jpeg(settings.card)
    .toBuffer();
}

/** Whether further pages of a file are frames, and not, say, other views of a scan. */
export function canMove({ format }: Metadata): boolean {
  return format === 'gif' || format === 'webp';
}
