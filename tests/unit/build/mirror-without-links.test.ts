import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { mirror } from '#src/build/mirror.ts';
import { readTree, temporaryFolder } from '#tests/support/build-site.ts';

// A file system without hard links, as FAT and many a network drive are, and perhaps without numbers
// of files.

let refusal: string;
let isNumbered: boolean;

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  const statSync = (path: string, options: { bigint: true }) => {
    const found = real.statSync(path, { ...options, throwIfNoEntry: false });
    return found && !isNumbered ? Object.assign(found, { ino: 0n }) : found;
  };
  const linkSync = () => {
    throw Object.assign(new Error(refusal), { code: refusal });
  };
  return { ...real, linkSync, statSync };
});

let from: string;
let to: string;

beforeEach(async () => {
  const folder = await temporaryFolder('mirror');
  [from, to] = [join(folder, 'from'), join(folder, 'to')];
  mkdirSync(join(from, 'a'), { recursive: true });
  writeFileSync(join(from, 'a/b.txt'), 'b');
});

it.each(['EPERM', 'EISDIR', 'ENOTSUP', 'EMLINK', 'EXDEV'])(
  'where a link is refused with %s, a folder holds copies of what the other holds',
  async (code) => {
    for (isNumbered of [true, false]) {
      refusal = code;
      writeFileSync(join(from, 'a/b.txt'), `b, ${isNumbered ? 'with' : 'without'} numbers`);
      mirror(from, to, ['a/b.txt']);
      expect([...(await readTree(to))]).toEqual([...(await readTree(from))]);
    }
  },
);

it('whatever else a link fails with is thrown', () => {
  refusal = 'ENOSPC';
  expect(() => {
    mirror(from, to, ['a/b.txt']);
  }).toThrow('ENOSPC');
});
