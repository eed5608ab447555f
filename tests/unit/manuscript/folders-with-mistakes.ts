import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '#src/diagnostics/finding.ts';
import { sortFindings } from '#src/diagnostics/sort-findings.ts';
import { checkFolder, markdown, withContent } from './reading-tools.ts';

/** The folders of tests/sites/invalid: content with mistakes, and what is to be found in each. */
const invalid = new URL('../../sites/invalid/', import.meta.url).pathname;

const expectedSchema = z.strictObject({
  code: z.string(),
  file: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
});
export type Expected = z.output<typeof expectedSchema>;

export async function invalidFolders(): Promise<readonly string[]> {
  return (await readdir(invalid)).filter((name) => !name.startsWith('.')).toSorted();
}

export async function expectedIn(name: string): Promise<readonly Expected[]> {
  const text = await readFile(join(invalid, name, 'expected.json'), 'utf8');
  return z.array(expectedSchema).parse(JSON.parse(text));
}

export async function findingsIn(name: string): Promise<readonly Finding[]> {
  return sortFindings(await checkFolder(join(invalid, name)));
}

/** Mistakes that no repository can hold: bytes that are no text, odd names, links. */
export interface MadeFolder {
  readonly name: string;
  readonly expected: readonly Expected[];
  readonly findings: () => Promise<readonly Finding[]>;
}

export const madeFolders: readonly MadeFolder[] = [
  made('Shift_JIS', [{ code: 'encoding-not-utf8', file: 'kiri/02.md' }], async (folder) => {
    // 霧の夜、本文です。
    const bytes = [0x96, 0xb6, 0x82, 0xcc, 0x96, 0xe9, 0x81, 0x41, 0x96, 0x7b, 0x95, 0xb6];
    await writeFile(join(folder, 'kiri/02.md'), Uint8Array.from(bytes));
  }),
  made('zero bytes', [{ code: 'file-binary', file: 'kiri/02.md', line: 2, column: 4 }], (folder) =>
    writeFile(join(folder, 'kiri/02.md'), '---\nあab\0\n'),
  ),
  made('link to nothing', [{ code: 'file-unreadable', file: 'kiri/02.md' }], (folder) =>
    symlink('nowhere.md', join(folder, 'kiri/02.md')),
  ),
  made('link to itself', [{ code: 'folder-loop', file: 'kiri/again' }], (folder) =>
    symlink('..', join(folder, 'kiri/again')),
  ),
  made(
    'ring of links',
    [
      { code: 'folder-loop', file: 'a/images/images' },
      { code: 'folder-loop', file: 'b/images/images' },
    ],
    async (folder) => {
      await mkdir(join(folder, 'a'));
      await mkdir(join(folder, 'b'));
      await symlink('../b', join(folder, 'a/images'));
      await symlink('../a', join(folder, 'b/images'));
    },
  ),
  made('names that differ in case', [{ code: 'name-duplicate', file: 'kiri/yoru.md' }], (folder) =>
    twins(folder, 'kiri/Yoru.md', 'kiri/yoru.md'),
  ),
  made(
    'names that differ in normalisation',
    [{ code: 'name-duplicate', file: 'kiri/が.md'.normalize('NFC') }],
    (folder) => twins(folder, 'kiri/が.md'.normalize('NFD'), 'kiri/が.md'.normalize('NFC')),
  ),
  made(
    'folders that differ in case',
    [{ code: 'name-duplicate', file: 'kiri' }],
    async (folder) => {
      await mkdir(join(folder, 'KIRI'));
      await writeFile(join(folder, 'KIRI/series.yaml'), 'title: 霧\n');
      await writeFile(join(folder, 'KIRI/01.md'), markdown('order: 1\ndate: 2026-04-01'));
    },
  ),
  {
    name: 'no folder',
    expected: [{ code: 'content-missing', file: '.' }],
    findings: () => checkFolder('/nowhere/at/all'),
  },
  {
    name: 'a file for a folder',
    expected: [{ code: 'content-missing', file: '.' }],
    findings: () => withContent({}, (folder) => checkFolder(join(folder, 'site.yaml'))),
  },
];

function made(
  name: string,
  expected: readonly Expected[],
  prepare: (folder: string) => Promise<void>,
): MadeFolder {
  const findings = () =>
    withContent({}, async (folder) => {
      await prepare(folder);
      return sortFindings(await checkFolder(folder));
    });
  return { name, expected, findings };
}

async function twins(folder: string, first: string, second: string): Promise<void> {
  await writeFile(join(folder, first), markdown('order: 2\ndate: 2026-04-01'));
  await writeFile(join(folder, second), markdown('order: 3\ndate: 2026-04-01'));
}
