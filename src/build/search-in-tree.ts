import type { SearchFiles } from '#src/integration/search-files.ts';
import type { OutputTree } from './output-tree.ts';

/**
 * The files of search as part of an output: a folder that was written whole is kept, if every file in
 * it still is what was written.
 *
 * @param folder - of search within the output
 */
export function searchFilesInTree(tree: OutputTree, folder: string): SearchFiles {
  return {
    put(path, bytes) {
      tree.write(`${folder}/${path}`, bytes);
      return Promise.resolve();
    },
    async putFolder(name, files) {
      if (tree.keepFolder(`${folder}/${name}`)) return;
      for (const [path, bytes] of await files()) {
        tree.put({ path: `${folder}/${path}`, key: folderKey }, bytes);
      }
    },
  };
}

/** Their folder's name says what they are made of. */
const folderKey = '';
