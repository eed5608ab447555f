import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { searchFolder } from '#src/site/urls.ts';
import { exists } from '#src/integration/folders.ts';
import type { Contender } from './contender.ts';

/** Whether builds make the search. */
export const searchChoices = ['with', 'without'] as const;
export type SearchChoice = (typeof searchChoices)[number];

/** What tells a build to make no search. */
const WITHOUT_SEARCH = { args: ['--no-search'], env: {} };

export interface Checkout {
  /** Absolute: the project that is measured, with whatever is not committed. */
  readonly root: string;
  /** Absolute: a folder that is not there yet. */
  readonly folder: string;
  readonly search: SearchChoice;
}

/** This project in a copy, so that its own output and memory stay as they are. */
export async function tsuzukiIn({ root, folder, search }: Checkout): Promise<Contender> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(root)) {
    if (!NOT_COPIED.has(name)) await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { args, env } = search === 'with' ? { args: [], env: {} } : WITHOUT_SEARCH;
  const outDir = join(folder, 'dist');
  const paths = { TSUZUKI_CONTENT: '', TSUZUKI_OUT: '' };
  return {
    name: search === 'with' ? 'Tsuzuki' : 'Tsuzuki without search',
    contentDir: join(folder, 'content'),
    takes: () => true,
    outDir,
    memories: [join(folder, '.tsuzuki'), join(folder, '.astro')],
    build: {
      file: process.execPath,
      args: [join(folder, 'scripts', 'build.ts'), ...args],
      cwd: folder,
      env: { ...paths, ...env, TSUZUKI_NOW: NOW },
    },
    check: () => checkSearch(outDir, search),
  };
}

/**
 * Measuring one thing for another would be worse than not measuring.
 *
 * @throws Error where a site has a search that it was to have none of, or has none
 */
async function checkSearch(outDir: string, search: SearchChoice): Promise<void> {
  if ((await exists(join(outDir, searchFolder))) === (search === 'with')) return;
  throw new Error(`a build that was to be ${search} search was not`);
}

/** Later than any date in a corpus. */
const NOW = '2026-01-01T00:00:00Z';

/** What belongs to the checkout alone, or is much and is not needed. */
const NOT_COPIED = new Set([
  'node_modules',
  '.git',
  '.astro',
  '.tsuzuki',
  'content',
  'dist',
  'tests',
]);
