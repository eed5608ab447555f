import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn } from '#src/integration/folders.ts';
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

it('a folder that is missing has none', async () => {
  expect(filesIn(join(await temporaryFolder('files'), 'none'))).toEqual([]);
});
