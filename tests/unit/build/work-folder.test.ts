import { expect, it } from 'vitest';
import { unwritableWork } from '#src/build/work-folder.ts';

const folders = { workDir: '/site/.tsuzuki', outDir: '/site/dist' };
const failure = (code: string, path?: string) =>
  Object.assign(new Error(code), path === undefined ? { code } : { code, path });

it.each([
  ['ENOSPC', undefined],
  ['EROFS', '/site/.tsuzuki/build.lock'],
  ['EACCES', '/site/.tsuzuki'],
])('%s of the work folder is a finding that names it', (code, path) => {
  expect(unwritableWork(folders, failure(code, path))).toEqual({
    code: 'work-unwritable',
    file: '../.tsuzuki',
    values: { path: '/site/.tsuzuki', reason: code },
  });
});

it.each([
  failure('EACCES', '/site/public/a.jpg'),
  failure('EACCES', '/site/.tsuzuki-of-mine/a'),
  failure('ENOENT', '/site/.tsuzuki/site/a'),
  new TypeError('ours'),
])('%s is no finding about it', (error) => {
  expect(() => unwritableWork(folders, error)).toThrow(error);
});
