import { readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConvertedImages, type ConvertedImages } from '#src/integration/converted-images.ts';
import { shownVersions } from '#src/integration/image-versions.ts';
import type { ShownImage } from '#src/integration/shown-images.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { photo } from '#tests/support/pictures.ts';

let folder: string;
let cache: string;
let converted: ConvertedImages;
let images: readonly ShownImage[];

beforeEach(async () => {
  folder = await temporaryFolder('converted');
  cache = join(folder, 'cache');
  converted = createConvertedImages(cache);
  const size = { width: 600, height: 400 };
  const source = join(folder, 'a.jpg');
  const bytes = await photo(size);
  await writeFile(source, bytes);
  const digest = digestOf(bytes);
  const versions = shownVersions({ path: 'a.jpg', digest, ...size }).all;
  images = versions.map((version) => ({ ...version, source, digest }));
});

const [first, second] = [0, 1].map((index) => () => {
  const image = images[index];
  if (image === undefined) throw new Error('fewer versions than the test needs');
  return image;
}) as [() => ShownImage, () => ShownImage];

const convertAll = () => Promise.all(images.map(converted.bytes));

describe('the images of an output', () => {
  it('are converted once, and remembered by the next build', async () => {
    await convertAll();
    expect(await readdir(cache)).toEqual(images.map(({ fileName }) => fileName).sort());
    const before = await converted.bytes(first());
    // Nothing is there any more that could be converted.
    await rm(first().source);
    const next = createConvertedImages(cache);
    await Promise.all(images.map(next.bytes));
    expect(await next.bytes(first())).toEqual(before);
    expect(await sharp(await next.bytes(second())).metadata()).toMatchObject({ width: 600 });
  });

  it('are converted anew where what is remembered was spoilt', async () => {
    await convertAll();
    const before = await converted.bytes(first());
    await truncate(join(cache, first().fileName), 100);
    expect(await converted.bytes(first())).toEqual(before);
  });

  it('are not remembered of a file that was saved again meanwhile', async () => {
    await writeFile(first().source, await photo({ width: 600, height: 400 }, 2));
    await convertAll();
    await expect(readdir(cache)).rejects.toThrow('ENOENT');
  });

  it('name the file that cannot be converted', async () => {
    await writeFile(first().source, '絵');
    await expect(convertAll()).rejects.toThrow(first().source);
  });
});
