import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { basename } from 'node:path/posix';
import { filesIn } from '#src/integration/folders.ts';
import { mapConcurrently } from '#src/manuscript/concurrency.ts';

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

export interface OutputSize {
  readonly all: Size;
  /** Without feeds and the archives of feeds. */
  readonly withoutFeeds: Size;
}

/** How much lies in a folder. @throws errors of the file system */
export async function outputSize(folder: string): Promise<OutputSize> {
  const sizes = await mapConcurrently(filesIn(folder), 16, async (path) => ({
    name: basename(path),
    bytes: (await stat(join(folder, path))).size,
  }));
  return { all: sumOf(sizes), withoutFeeds: sumOf(sizes.filter(({ name }) => !FEED.test(name))) };
}

const FEED = /^(?:rss\.xml|atom(?:-.*)?\.xml|feed\.json)$/;

function sumOf(sizes: readonly { readonly bytes: number }[]): Size {
  return { files: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) };
}
