import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { mirror } from '#src/build/mirror.ts';
import { filesIn } from '#src/integration/folders.ts';
import { readTree, temporaryFolder } from '#tests/support/build-site.ts';

let from: string;
let to: string;

beforeEach(async () => {
  const folder = await temporaryFolder('mirror');
  [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await mkdir(join(from, 'a/b'), { recursive: true });
  await writeFile(join(from, 'a/b/c.txt'), 'c');
  await writeFile(join(from, 'd.txt'), 'd');
});

const mirrorAll = () => {
  mirror(from, to, filesIn(from));
};

const equal = async () => {
  expect([...(await readTree(to))]).toEqual([...(await readTree(from))]);
};

it('a folder holds what the other holds, and shares its files', async () => {
  mirrorAll();
  await equal();
  const [one, other] = [await stat(join(from, 'd.txt')), await stat(join(to, 'd.txt'))];
  expect(one.ino).toBe(other.ino);
});

it('what was replaced, added or removed since is so in the mirror as well', async () => {
  mirrorAll();
  await rm(join(from, 'd.txt'));
  await writeFile(join(from, 'd.txt'), 'D');
  await writeFile(join(from, 'a/e.txt'), 'e');
  await rm(join(from, 'a/b'), { recursive: true });
  mirrorAll();
  await equal();
  expect(await readFile(join(to, 'd.txt'), 'utf8')).toBe('D');
});

it('a file takes the place of a folder, and a folder that of a file', async () => {
  mirrorAll();
  await rm(join(from, 'a'), { recursive: true });
  await writeFile(join(from, 'a'), 'a');
  await rm(join(from, 'd.txt'));
  await mkdir(join(from, 'd.txt'));
  await writeFile(join(from, 'd.txt/e'), 'e');
  mirrorAll();
  await equal();
});

it('what somebody else has put there is gone', async () => {
  mirrorAll();
  await writeFile(join(to, 'a/note.txt'), 'note');
  mirrorAll();
  await equal();
});

it('what is not named is not mirrored', async () => {
  mirror(from, to, ['d.txt']);
  expect([...(await readTree(to)).keys()]).toEqual(['d.txt']);
  mirror(from, to, ['a/b/c.txt']);
  expect([...(await readTree(to)).keys()]).toEqual(['a/b/c.txt']);
});
