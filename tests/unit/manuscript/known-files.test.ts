import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createKnownFiles } from '#src/manuscript/known-files.ts';

const later = () => Date.now() + 60_000;

async function file(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tsuzuki-known-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, '01.md');
  await writeFile(path, '霧');
  return path;
}

it('knows a file for as long as it stays as it is', async () => {
  const path = await file();
  const known = createKnownFiles<string>(later);
  expect(known.look(path).current).toBeUndefined();
  known.look(path).keep('霧');
  expect(known.look(path).current).toBe('霧');
});

it.each([
  ['was written to', (path: string) => writeFile(path, '霧の夜')],
  ['was written to at the same length', (path: string) => writeFile(path, '夜')],
  ['has the time of another day', (path: string) => utimes(path, 1, 1)],
  ['is gone', (path: string) => rm(path)],
  [
    'was put in place of it, as old and as long',
    async (path: string) => {
      await writeFile(`${path}.new`, '夜');
      await rename(`${path}.new`, path);
    },
  ],
])('does not take for known what %s', async (_, change) => {
  const path = await file();
  const known = createKnownFiles<string>(later);
  known.look(path).keep('霧');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await change(path);
  expect(known.look(path)).toMatchObject({ current: undefined, last: '霧' });
});

it('does not take for known what changed right before it was read', async () => {
  const path = await file();
  const known = createKnownFiles<string>();
  known.look(path).keep('霧');
  expect(known.look(path).current).toBeUndefined();
});
