import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { hasJava, nuErrors } from '#tests/support/vnu.ts';

const isThere = await hasJava();

it('the Nu checker finds no error in any page', async () => {
  if (!isThere) return expectNoJava();
  expect(await nuErrors(inject('sampleDir'))).toEqual([]);
});

it('the Nu checker would find one', async () => {
  if (!isThere) return expectNoJava();
  const folder = await temporaryFolder('invalid');
  await writeFile(join(folder, 'a.html'), '<!doctype html><html lang="en"><title>a</title><p></b>');
  expect((await nuErrors(folder)).map(({ url }) => url.slice(-7))).toEqual(['/a.html']);
});

/** Passes, and says why, on a machine without Java alone. */
function expectNoJava(): Promise<void> {
  console.info('no Java on this machine: the Nu checker was not run');
  return new Promise((resolve) => {
    execFile('java', ['-version'], (error) => {
      expect(error).toMatchObject({ code: 'ENOENT' });
      resolve();
    });
  });
}
