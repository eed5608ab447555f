import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOutputTree } from '#src/build/output-tree.ts';
import { readTree, temporaryFolder } from '#tests/support/build-site.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
let folder: string;

/** A build that makes these files, each of the key that is its first letter. */
function build(texts: Readonly<Record<string, string>>, code = 'code'): readonly string[] {
  const tree = openOutputTree(folder, code);
  const made: string[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const key = text.slice(0, 1);
    if (tree.keep(path, key)) continue;
    made.push(path);
    tree.put({ path, key }, bytes(text));
  }
  tree.finish();
  return made;
}

const read = (path: string) => readFile(join(folder, path), 'utf8');

beforeEach(async () => {
  folder = join(await temporaryFolder('tree'), 'site');
});

describe('a file of the output', () => {
  it('is made once, and kept as long as it is made of the same', () => {
    const texts = { 'a/index.html': 'A text', 'b.png': 'B picture' };
    expect(build(texts)).toEqual(['a/index.html', 'b.png']);
    expect(build(texts)).toEqual([]);
    expect(build({ ...texts, 'b.png': 'C picture' })).toEqual(['b.png']);
  });

  it('can be kept only where one was made by the same code', () => {
    expect(openOutputTree(folder, 'code').keepsNothing).toBe(true);
    build({ 'a.txt': 'A' });
    expect(openOutputTree(folder, 'code').keepsNothing).toBe(false);
    expect(openOutputTree(folder, 'other code').keepsNothing).toBe(true);
  });

  it('is gone with its folder when no build makes it any more', () => {
    build({ 'a/b/index.html': 'A', 'c.txt': 'C' });
    build({ 'c.txt': 'C' });
    expect(existsSync(join(folder, 'a'))).toBe(false);
    expect(existsSync(join(folder, 'c.txt'))).toBe(true);
  });

  it.each([
    [{ notes: 'A' }, { 'notes/1/index.html': 'B' }],
    [{ 'notes/1/index.html': 'B' }, { notes: 'A' }],
    [
      { 'notes/1': 'A', 'notes/2': 'C' },
      { 'notes/1/a/index.html': 'B', 'notes/2': 'C' },
    ],
  ])(
    'takes the place of a folder, and a folder that of a file: %j, then %j',
    async (one, other) => {
      build(one);
      build(other);
      expect([...(await readTree(folder)).keys()]).toEqual(Object.keys(other));
      expect(build(other)).toEqual([]);
    },
  );

  it('may be called by whatever the file system allows', async () => {
    const texts = {
      'a b.txt': 'A',
      [sep === '/' ? 'back\\slash.txt' : 'c.txt']: 'B',
      'd/..e': 'D',
    };
    build(texts);
    expect(await readdir(folder)).toHaveLength(3);
    expect(build(texts)).toEqual([]);
  });

  it('that is not where it was written is missed', async () => {
    const tree = openOutputTree(folder, 'code');
    tree.write('a/b.txt', bytes('B'));
    tree.write('c.txt', bytes('C'));
    await rm(join(folder, 'c.txt'));
    expect(tree.finish).toThrow(/c\.txt was written and is not there/);
  });

  it.each([
    ['notes', 'notes/1/index.html'],
    ['notes/1/index.html', 'notes'],
  ])('is missed where it is to be a folder as well: %s, then %s', (one, other) => {
    const tree = openOutputTree(folder, 'code');
    tree.write(one, bytes('A'));
    tree.write(other, bytes('B'));
    expect(tree.finish).toThrow(/notes was written and is not there/);
  });

  it('is made anew by another code', () => {
    build({ 'a.txt': 'A' });
    expect(build({ 'a.txt': 'A' }, 'other code')).toEqual(['a.txt']);
  });

  it.each([
    ['was cut', (path: string) => truncate(path, 3)],
    ['was written over with as many bytes', (path: string) => writeFile(path, 'X text')],
    ['was emptied', (path: string) => truncate(path, 0)],
  ])('is made anew where it %s', async (_what, spoil) => {
    build({ 'a.txt': 'A text', 'b.txt': 'B text' });
    await spoil(join(folder, 'a.txt'));
    expect(build({ 'a.txt': 'A text', 'b.txt': 'B text' })).toEqual(['a.txt']);
    expect(await read('a.txt')).toBe('A text');
  });

  it('is kept where only its time has changed, as by an archive that it was packed into', async () => {
    build({ 'a.txt': 'A text' });
    await utimes(join(folder, 'a.txt'), 1, 1);
    expect(build({ 'a.txt': 'A text' })).toEqual([]);
  });

  it('is not written where the same bytes are there', async () => {
    const write = () => {
      const tree = openOutputTree(folder, 'code');
      tree.write('a.txt', bytes('the same'));
      tree.finish();
    };
    write();
    const { ino } = await stat(join(folder, 'a.txt'));
    write();
    expect((await stat(join(folder, 'a.txt'))).ino).toBe(ino);
  });
});

it('an output may have no file at all', async () => {
  build({});
  expect(await readdir(folder)).toEqual([]);
  build({ 'a/b.txt': 'B' });
  build({});
  expect(await readdir(folder)).toEqual([]);
});

describe('the record of an output', () => {
  it.each(['', '{', 'null', '{"code":"code","files":{"a.txt":["A"]}}'])(
    'that reads %j keeps nothing',
    async (text) => {
      build({ 'a.txt': 'A text' });
      await writeFile(`${folder}.json`, text);
      expect(build({ 'a.txt': 'A text' })).toEqual(['a.txt']);
    },
  );

  it('that was cut anywhere keeps nothing that is not there', async () => {
    build({ 'a.txt': 'A text' });
    const whole = await readFile(`${folder}.json`);
    for (let length = 0; length < whole.length; length += 7) {
      await writeFile(`${folder}.json`, whole.subarray(0, length));
      expect(build({ 'a.txt': 'A text' }), `${String(length)} bytes`).toEqual(['a.txt']);
    }
  });

  it('of a build that was killed keeps what that build did not touch', () => {
    build({ 'a.txt': 'A text', 'b.txt': 'B text' });
    const killed = openOutputTree(folder, 'code');
    killed.put({ path: 'a.txt', key: 'C' }, bytes('C text'));
    expect(build({ 'a.txt': 'A text', 'b.txt': 'B text' })).toEqual(['a.txt']);
  });
});
