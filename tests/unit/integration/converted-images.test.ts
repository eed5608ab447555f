import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentFindings } from '#src/integration/content-error.ts';
import { createConvertedImages, type ConvertedImages } from '#src/integration/converted-images.ts';
import { shownVersions } from '#src/integration/image-versions.ts';
import type { ShownImage } from '#src/integration/shown-images.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { photo } from '#tests/support/pictures.ts';

let folder: string;
let cache: string;
let source: string;
let converted: ConvertedImages;
let images: readonly ShownImage[];

beforeEach(async () => {
  folder = await temporaryFolder('converted');
  cache = join(folder, 'cache');
  converted = ofNextBuild();
  const size = { width: 600, height: 400 };
  source = join(folder, 'a.jpg');
  const bytes = await photo(size);
  await writeFile(source, bytes);
  const digest = digestOf(bytes);
  const versions = shownVersions({ path: 'a.jpg', digest, ...size }).all;
  images = versions.map((version) => ({ ...version, path: 'a.jpg', digest }));
});

function ofNextBuild(): ConvertedImages {
  const needed = () => new Set(images.map(({ fileName }) => fileName));
  return createConvertedImages({ folder: cache, contentDir: folder, needed });
}

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
    await rm(source);
    const next = ofNextBuild();
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

  it.each([
    ['was saved again', async () => writeFile(source, await photo({ width: 600, height: 400 }, 2))],
    ['is no image any more', () => writeFile(source, '絵')],
    ['was removed', () => rm(source)],
  ])('are told not to be, and not remembered, of a file that %s meanwhile', async (_, change) => {
    await change();
    const error: unknown = await convertAll().catch((thrown: unknown) => thrown);
    expect(contentFindings(error)).toEqual([
      { code: 'content-changed', file: 'a.jpg', values: {} },
    ]);
    await expect(readdir(cache)).rejects.toThrow('ENOENT');
  });

  it('name the file that cannot be converted', async () => {
    await writeFile(source, '絵');
    const broken = { ...first(), digest: digestOf(Buffer.from('絵')) };
    await expect(converted.bytes(broken)).rejects.toThrow('a.jpg');
  });

  it('stay while the site shows them, though nobody asks for them, and others go in time', async () => {
    await convertAll();
    const [other] = images.slice(-1);
    const monthAgo = new Date(Date.now() - 31 * 86_400_000);
    for (const name of await readdir(cache)) await utimes(join(cache, name), monthAgo, monthAgo);
    await writeFile(join(cache, 'of another site'), '');
    await utimes(join(cache, 'of another site'), monthAgo, monthAgo);
    const next = ofNextBuild();
    await next.bytes(first());
    // Nothing was converted, so nothing was looked at.
    expect(await readdir(cache)).toContain('of another site');
    await rm(join(cache, first().fileName));
    await next.bytes(first());
    expect(await readdir(cache)).toContain(other?.fileName);
    expect(await readdir(cache)).not.toContain('of another site');
  });
});
