import { hash } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOutputWriter, type WriteOutput } from '#src/build/output-writer.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

let folder: string;
let write: WriteOutput;

beforeEach(async () => {
  folder = await temporaryFolder('writer');
  write = createOutputWriter(folder);
});

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('a file of the output', () => {
  it('lies in its folders, and is told of with what it was made of', () => {
    const bytes = Buffer.from('霧の港');
    const written = write({ path: 'kiri/01/index.html', key: 'K' }, bytes);
    const { size, mtimeMs } = statSync(join(folder, 'kiri/01/index.html'));
    const digest = hash('sha256', bytes);
    expect(written).toMatchObject({ path: 'kiri/01/index.html', key: 'K', size: 9, digest });
    expect([written.size, written.modified]).toEqual([size, mtimeMs]);
  });

  it.each([
    ['of any script', 'a漢𠮟😀\0é'],
    ['with half a pair, of which there is no UTF-8', 'a\uD83Db\uDE00'],
    ['without a character', ''],
    ['of more than a mebibyte', '続'.repeat(400_000)],
  ])('is a text %s, as UTF-8', (_, text) => {
    const { size, digest } = write({ path: 'a.txt', key: 'A' }, text);
    expect(readFileSync(join(folder, 'a.txt'))).toEqual(Buffer.from(text));
    expect([size, digest]).toEqual([Buffer.byteLength(text), hash('sha256', Buffer.from(text))]);
  });

  it('is not changed by the next text, be it longer or shorter', () => {
    const texts = ['短い', '長い'.repeat(500_000), '', '短い'];
    const written = texts.map((text, i) => write({ path: `${String(i)}.txt`, key: '' }, text));
    expect(texts.map((_, i) => read(`${String(i)}.txt`))).toEqual(texts);
    expect(written[0]?.digest).toBe(written[3]?.digest);
  });

  it('leaves a file as it is that shared it until now', () => {
    write({ path: 'a.txt', key: 'A' }, 'one');
    linkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    write({ path: 'a.txt', key: 'B' }, 'two');
    expect([read('a.txt'), read('b.txt')]).toEqual(['two', 'one']);
  });

  it('takes the place of whatever has its name, or that of its folder', () => {
    mkdirSync(join(folder, 'notes/1'), { recursive: true });
    writeFileSync(join(folder, 'kiri'), 'a file');
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('elsewhere', join(folder, 'link'));
    for (const path of ['notes', 'kiri/01/index.html', 'link/a.txt']) {
      write({ path, key: '' }, path);
      expect(read(path)).toBe(path);
    }
    expect(() => read('elsewhere/a.txt')).toThrow('ENOENT');
  });

  it.each([
    ['is gone', () => undefined],
    [
      'is a file',
      (path: string) => {
        writeFileSync(path, 'a file');
      },
    ],
  ])('lies in its folder also where that was made, and %s', (_, instead) => {
    write({ path: 'kiri/01/index.html', key: '' }, 'one');
    rmSync(join(folder, 'kiri'), { recursive: true });
    instead(join(folder, 'kiri'));
    write({ path: 'kiri/01/card.png', key: '' }, 'two');
    expect(read('kiri/01/card.png')).toBe('two');
  });
});
