import { topOf } from './top-of.ts';

/** What lies in public/ where the site is to have something else. */
export interface PublicClash {
  /** Within public/: a file, or a folder where the site has a file. */
  readonly path: string;
  /** Within the site. */
  readonly other: string;
}

export interface SitePaths {
  /** Files that one of the same path in public/ takes the place of. */
  readonly files: Iterable<string>;
  /** Files that none may take the place of, and folders, which end in a slash. */
  readonly own: readonly string[];
}

/**
 * What no folder can hold beside the site: a file where the site has a folder, or the reverse.
 *
 * @param publicFiles - paths within public/; like those of the site with forward slashes
 * @returns each path in public/ once
 */
export function publicClashes(
  publicFiles: readonly string[],
  { files, own }: SitePaths,
): readonly PublicClash[] {
  const ofPublic = new Set(publicFiles);
  const folders = new Set(publicFiles.flatMap(foldersAbove));
  const tops = new Set(publicFiles.map(topOf));
  const found = new Map<string, string>();
  const find = (path: string, other: string) => {
    if (!found.has(path)) found.set(path, other);
  };
  const look = (other: string) => {
    // Of ten thousand paths hardly any has a name of theirs at the top.
    if (!tops.has(topOf(other))) return;
    if (folders.has(other)) find(other, other);
    for (const folder of foldersAbove(other)) if (ofPublic.has(folder)) find(folder, other);
  };
  for (const other of own) {
    look(other);
    if (ofPublic.has(other)) find(other, other);
  }
  for (const other of files) look(other);
  return [...found].map(([path, other]) => ({ path, other }));
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    folders.push(path.slice(0, end));
  }
  return folders;
}
