import { expect, it } from 'vitest';
import { unwritableWork } from '#src/build/work-folder.ts';

const folders = { workDir: '/site/.tsuzuki', outDir: '/site/dist' };
const failure = (code: string, path?: string, dest?: string) =>
  Object.assign(new Error(code), { code, ...(path && { path }), ...(dest && { dest }) });

it.each([
  ['ENOSPC', undefined, undefined],
  ['EROFS', '/site/.tsuzuki/build.lock', undefined],
  ['EACCES', '/site/.tsuzuki', undefined],
  ['ENOSPC', '/shares/1/index.html', '/site/.tsuzuki/merged/index.html'],
])('%s of the work folder is a finding that names it', (code, path, dest) => {
  expect(unwritableWork(folders, failure(code, path, dest))).toEqual({
    code: 'work-unwritable',
    file: '../.tsuzuki',
    values: { path: '/site/.tsuzuki', reason: code },
  });
});

it.each([
  failure('EACCES', '/site/public/a.jpg'),
  failure('EACCES', '/site/.tsuzuki-of-mine/a'),
  failure('ENOENT', '/site/.tsuzuki/site/a'),
  failure('ENOSPC', '/site/.tsuzuki/finished/a', '/disk/dist/a'),
  new TypeError('ours'),
])('%s is no finding about it', (error) => {
  expect(unwritableWork(folders, error)).toBeUndefined();
});
