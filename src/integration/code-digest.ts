import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists } from './folders.ts';

/**
 * Stands for everything that makes something of a text but the text itself: our code, and the
 * libraries that it calls. What is remembered from build to build is remembered under it.
 *
 * @param root - absolute: the folder of package.json
 */
export async function codeDigest(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const sources = await readdir(join(root, 'src'), { recursive: true });
  const modules = sources.filter((path) => path.endsWith('.ts')).map((path) => join('src', path));
  for (const path of modules.sort()) hash.update(path).update(await readFile(join(root, path)));
  const libraries = join(root, 'package-lock.json');
  if (await exists(libraries)) hash.update(await readFile(libraries));
  return hash.digest('hex');
}
