import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot, temporaryFolder } from '#tests/support/build-site.ts';

const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Another checkout of the project, without content: builds in it have a lock of their own. */
export async function copyOfCheckout(): Promise<string> {
  const root = join(await temporaryFolder('checkout'), 'another name');
  await mkdir(root);
  await Promise.all(
    parts.map((name) => cp(join(projectRoot, name), join(root, name), { recursive: true })),
  );
  await symlink(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}
