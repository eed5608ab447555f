import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './folders.ts';

/** What libraries are installed: as they were resolved, and as npm has put them there. */
const lists = ['package-lock.json', 'node_modules/.package-lock.json'];

/**
 * Stands for everything that makes something of a text but the text itself: our code, and the
 * libraries that it calls. What is remembered from build to build is remembered under it.
 *
 * @param root - absolute: the folder of package.json
 * @param folders - of `src`; all of it by default
 */
export function codeDigest(root: string, folders: readonly string[] = ['']): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of ['astro.config.mjs', ...folders.flatMap((one) => sourcesIn(root, one))]) {
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  }
  for (const list of lists) {
    const path = join(root, list);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

function sourcesIn(root: string, folder: string): readonly string[] {
  const below = join('src', folder);
  return filesIn(join(root, below)).map((path) => join(below, path));
}
