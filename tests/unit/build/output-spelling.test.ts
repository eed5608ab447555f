import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openOutputTree } from '#src/build/output-tree.ts';
import { readTree, temporaryFolder } from '#tests/support/build-site.ts';
import { anyCase, decomposed, type Spelling } from '#tests/support/lenient-files.ts';

// The output on file systems that take several spellings for one name, which are those of most Macs
// and of Windows. Where there is none, they are imitated.

let spelling: Spelling = (path) => path;
vi.mock('node:fs', async () => {
  const { lenientFiles } = await import('#tests/support/lenient-files.ts');
  return lenientFiles(() => spelling);
});

let folder: string;

beforeEach(async () => {
  folder = join(await temporaryFolder('spelling'), 'site');
});

function build(...paths: readonly string[]): void {
  const tree = openOutputTree(folder, 'code');
  for (const path of paths) tree.write(path, new TextEncoder().encode(`text of ${path}`));
  tree.finish();
}

const listed = async () => [...(await readTree(folder)).keys()];

describe.each([
  ['that keeps case', () => (path: string) => path],
  ['that ignores case', () => anyCase],
] satisfies [string, () => Spelling][])('a file system %s', (_, choose) => {
  beforeEach(() => {
    spelling = choose();
  });

  it('has folders and files as they are called now, after a rename of case alone', async () => {
    build('Kiri/01/index.html', 'Kiri/index.html', 'Cover.jpg', 'kaze/1/index.html');
    build('kiri/01/index.html', 'kiri/index.html', 'cover.jpg', 'kaze/1/index.html');
    expect(await listed()).toEqual([
      'cover.jpg',
      'kaze/1/index.html',
      'kiri/01/index.html',
      'kiri/index.html',
    ]);
  });

  it('has them so on the way back, and when one of several folders is renamed', async () => {
    build('Kiri/A/1.html', 'Kiri/B/2.html');
    build('kiri/a/1.html', 'kiri/B/2.html');
    build('Kiri/a/1.html', 'Kiri/B/2.html');
    expect(await listed()).toEqual(['Kiri/B/2.html', 'Kiri/a/1.html']);
  });

  it('loses what nobody makes any more, be it called almost the same', async () => {
    build('Kiri/01/index.html', 'Kiri/02/index.html');
    build('kiri/01/index.html');
    expect(await listed()).toEqual(['kiri/01/index.html']);
  });

  it('misses a file that is to be a folder as well', () => {
    expect(() => {
      build('notes', 'notes/1.html');
    }).toThrow(/notes was written and is not there/);
  });

  it('has a file where a folder of other case was, and the reverse', async () => {
    build('Notes/1.html', 'rain');
    build('notes', 'Rain/1.html');
    expect(await listed()).toEqual(['Rain/1.html', 'notes']);
  });
});

it('a file system that lists names in NFD keeps what is written in NFC', async () => {
  spelling = decomposed;
  const paths = ['ガラス/第一話/index.html', 'ガラス/index.html', 'パン.jpg'];
  build(...paths);
  build(...paths);
  expect((await listed()).map((path) => path.normalize('NFC')).toSorted()).toEqual(
    paths.toSorted(),
  );
});

it('a file system that keeps NFD as it is given has NFC when that is written', async () => {
  spelling = anyCase;
  build('ガラス/1.html'.normalize('NFD'));
  build('ガラス/1.html');
  expect(await listed()).toEqual(['ガラス/1.html']);
});
