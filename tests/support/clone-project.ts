import { cp, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, temporaryFolder } from './build-site.ts';

/** All that a build of the project reads, but for content and libraries. */
const parts = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'public',
  'scripts',
  'src',
];

/**
 * A copy of the project in a new folder, with nothing remembered of any build, whose code can be
 * changed; the libraries are those of the project.
 *
 * @returns its absolute path
 */
export async function cloneProject(): Promise<string> {
  const clone = await temporaryFolder('clone');
  for (const part of parts) {
    await cp(join(projectRoot, part), join(clone, part), { recursive: true });
  }
  await symlink(await realpath(join(projectRoot, 'node_modules')), join(clone, 'node_modules'));
  return clone;
}
