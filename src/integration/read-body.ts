import { readFrontmatter } from '#src/manuscript/frontmatter.ts';
import { once } from '#src/manuscript/once.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';
import { contentChanged, ContentError } from './content-error.ts';

/** Reads what stands below the settings of a Markdown file, by its path in the content folder. */
export type ReadBody = (path: string) => Promise<string>;

/**
 * Bodies as they are now: for the live view, which may ask for a file that was removed a moment ago.
 *
 * @param contentDir - absolute
 */
export function presentBodies(contentDir: string): ReadBody {
  return async (path) => {
    const read = await readSourceFile(contentDir, path);
    return 'finding' in read ? '' : readFrontmatter(read.file).body;
  };
}

/** A file as it was when it was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly digest: string;
}

/**
 * Bodies as they were checked: for a build, which records what it makes as made of those. Of a file that
 * was saved again or removed since, a `ContentError` tells.
 *
 * @param contentDir - absolute
 * @param files - all that may be asked for
 */
export function checkedBodies(contentDir: string, files: readonly CheckedFile[]): ReadBody {
  const digests = once(() => new Map(files.map(({ path, digest }) => [path, digest])));
  return async (path) => {
    const read = await readSourceFile(contentDir, path);
    if ('finding' in read || read.file.digest !== digests().get(path)) {
      throw new ContentError([contentChanged(path)]);
    }
    return readFrontmatter(read.file).body;
  };
}
