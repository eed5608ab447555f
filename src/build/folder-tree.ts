/** What a folder holds, by name. */
export interface Folder {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlyMap<string, Folder>;
}

interface OpenFolder {
  readonly files: Set<string>;
  readonly folders: Map<string, OpenFolder>;
}

/** @param paths - of files, with forward slashes */
export function foldersOf(paths: Iterable<string>): Folder {
  const top: OpenFolder = { files: new Set(), folders: new Map() };
  for (const path of paths) {
    const names = path.split('/');
    const file = names.pop() ?? '';
    let folder = top;
    for (const name of names) {
      const inside = folder.folders.get(name) ?? { files: new Set(), folders: new Map() };
      folder.folders.set(name, inside);
      folder = inside;
    }
    folder.files.add(file);
  }
  return top;
}
