import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFileCache, type FileCache } from '#src/integration/file-cache.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

const bytes = Buffer.from('灯台');
let folder: string;
let cache: FileCache;

beforeEach(async () => {
  folder = join(await temporaryFolder('cache'), 'made', 'when needed');
  cache = createFileCache(folder);
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

describe('a file cache', () => {
  it('gives back what was kept, and nothing else', async () => {
    expect(await cache.get('a.webp')).toBeUndefined();
    await cache.set('a.webp', bytes);
    await cache.set('empty', Buffer.alloc(0));
    expect(await cache.get('a.webp')).toEqual(bytes);
    expect(await cache.get('empty')).toHaveLength(0);
    expect(await readdir(folder)).toEqual(['a.webp', 'empty']);
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 35)],
    ['cut to nothing', (path: string) => truncate(path, 0)],
    ['changed', async (path: string) => writeFile(path, (await readFile(path)).fill(1, 33, 34))],
    ['put there by others', (path: string) => writeFile(path, '灯台')],
  ])('notices a file that was %s, and takes it anew', async (_, spoil) => {
    await cache.set('a.webp', bytes);
    await spoil(join(folder, 'a.webp'));
    expect(await cache.get('a.webp')).toBeUndefined();
    expect(await cache.names()).toEqual([]);
    await cache.set('a.webp', bytes);
    expect(await cache.get('a.webp')).toEqual(bytes);
    expect(await cache.names()).toEqual(['a.webp']);
  });

  it('goes on where nothing can be kept', async () => {
    const file = join(await temporaryFolder('cache'), 'file');
    await writeFile(file, '');
    const nowhere = createFileCache(join(file, 'folder'));
    await expect(nowhere.set('a', bytes)).resolves.toBeUndefined();
  });

  it('forgets what nobody needs or has asked for during a month, and what was left unfinished', async () => {
    for (const name of ['used', 'needed', 'unused', 'a.webp.left-unfinished']) {
      await cache.set(name, bytes);
      await utimes(join(folder, name), daysAgo(31), daysAgo(31));
    }
    await cache.set('new', bytes);
    await cache.get('used');
    await cache.removeUnused(new Set(['needed', 'never there']));
    expect(await readdir(folder)).toEqual(['needed', 'new', 'used']);
  });

  it('has nothing to forget before there is anything', async () => {
    await expect(cache.removeUnused(new Set())).resolves.toBeUndefined();
  });
});
