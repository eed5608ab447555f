import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldName } from '#src/manuscript/addresses.ts';
import { foldersOf, type Folder } from './folder-tree.ts';

/**
 * Removes from a folder all but these files, and every folder that has none of them. Where the file
 * system takes two spellings for one name, as most Macs do with `Kiri` and `kiri`, names are spelled
 * in the end as they are here.
 *
 * @param folder - absolute
 * @param paths - within it, with forward slashes
 * @throws Error where one of them is not there, and errors of the file system
 */
export function removeOthers(folder: string, paths: Iterable<string>): void {
  tidy(folder, foldersOf(paths));
}

function tidy(absolute: string, { files, folders }: Folder): void {
  const entries = readdirSync(absolute, { withFileTypes: true });
  const listed = new Set(entries.map(({ name }) => name));
  const unlisted = [...files, ...folders.keys()].filter((name) => !listed.has(name));
  const kept = { files: new Set<string>(), folders: new Set<string>() };
  for (const entry of entries) {
    const wanted = entry.isDirectory() ? folders : files;
    const isIt = (name: string) => wanted.has(name) && isSame(absolute, entry.name, name);
    const name = wanted.has(entry.name) ? entry.name : unlisted.find(isIt);
    if (name === undefined) {
      rmSync(join(absolute, entry.name), { recursive: true });
    } else {
      if (name !== entry.name) respell(join(absolute, entry.name), join(absolute, name));
      (entry.isDirectory() ? kept.folders : kept.files).add(name);
    }
  }
  const [missing] = [
    ...[...files].filter((name) => !kept.files.has(name)),
    ...[...folders.keys()].filter((name) => !kept.folders.has(name)),
  ];
  if (missing !== undefined) {
    throw new Error(`${join(absolute, missing)} was written and is not there`);
  }
  for (const [name, inside] of folders) tidy(join(absolute, name), inside);
}

/** Whether a name that is not listed is found all the same, as one that is. */
function isSame(folder: string, listed: string, unlisted: string): boolean {
  return foldName(listed) === foldName(unlisted) && existsSync(join(folder, unlisted));
}

/** In two steps: in one, some systems find that nothing is to be done. */
function respell(from: string, to: string): void {
  const between = `${to}.respelled`;
  renameSync(from, between);
  renameSync(between, to);
}
