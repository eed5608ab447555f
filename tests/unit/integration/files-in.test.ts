import { symlinkSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { filesIn, listFolder } from '#src/integration/folders.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

it('the files of a folder are all below it, where links lead as well, in order', async () => {
  const folder = await temporaryFolder('files');
  const elsewhere = await temporaryFolder('elsewhere');
  await writeFile(join(elsewhere, 'photo.jpg'), '');
  await mkdir(join(folder, 'b/c'), { recursive: true });
  await writeFile(join(folder, 'b/c/d.txt'), '');
  await writeFile(join(folder, '.nojekyll'), '');
  await symlink(elsewhere, join(folder, 'a'));
  await symlink(join(elsewhere, 'photo.jpg'), join(folder, 'cover.jpg'));
  await symlink(join(elsewhere, 'gone.jpg'), join(folder, 'nowhere.jpg'));
  expect(filesIn(folder)).toEqual(['.nojekyll', 'a/photo.jpg', 'b/c/d.txt', 'cover.jpg']);
});

describe('links that go round are told and not followed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder('files');
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a/b.txt'), '');
  });

  it.each([
    ['to the folder itself', { ring: '.' }, ['ring']],
    ['to one that it lies in', { 'a/ring': '..' }, ['a/ring']],
    ['to itself', { ring: 'ring' }, ['ring']],
    ['to each other', { one: 'other', other: 'one' }, ['one', 'other']],
  ])('%s', (_, links, loops) => {
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
    expect(listFolder(folder)).toEqual({ files: ['a/b.txt'], loops });
  });

  it('by way of a folder that is listed', async () => {
    const elsewhere = await temporaryFolder('elsewhere');
    symlinkSync(elsewhere, join(folder, 'way'));
    symlinkSync(folder, join(elsewhere, 'back'));
    expect(listFolder(folder)).toEqual({ files: ['a/b.txt'], loops: ['way/back'] });
  });

  it('where there are many, in no more steps than there are', () => {
    for (const name of 'cdefghijklmnop') symlinkSync('.', join(folder, name));
    for (const name of 'cdefghijklmnop') symlinkSync('..', join(folder, 'a', name));
    expect(listFolder(folder).files).toEqual(['a/b.txt']);
  });

  it('but two folders may link to a third, and that to a fourth', async () => {
    const [third, fourth] = [await temporaryFolder('third'), await temporaryFolder('fourth')];
    await writeFile(join(fourth, 'c.txt'), '');
    symlinkSync(fourth, join(third, 'more'));
    for (const name of ['x', 'y']) symlinkSync(third, join(folder, name));
    const files = ['a/b.txt', 'x/more/c.txt', 'y/more/c.txt'];
    expect(listFolder(folder)).toEqual({ files, loops: [] });
  });
});

it('a folder that is missing has none', async () => {
  expect(filesIn(join(await temporaryFolder('files'), 'none'))).toEqual([]);
});
