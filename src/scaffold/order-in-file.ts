import { nameOf } from '#src/manuscript/content-tree.ts';
import { readFrontmatter } from '#src/manuscript/frontmatter.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';
import { placeIn } from '#src/manuscript/schemas/episode.ts';

/**
 * The order of an episode whose file has mistakes, so that no other gets the same: what it says,
 * or, where that cannot be read, the number in its name.
 */
export async function orderInFile(contentDir: string, path: string): Promise<number | undefined> {
  const read = await readSourceFile(contentDir, path);
  const settings = 'file' in read ? readFrontmatter(read.file).settings : undefined;
  const order = placeIn(settings?.['order']);
  if (order !== undefined) {
    return Number.isFinite(order) ? order : undefined;
  }
  const digits = settings === undefined ? /\d{1,9}/.exec(nameOf(path))?.[0] : undefined;
  return digits === undefined ? undefined : Number(digits);
}
