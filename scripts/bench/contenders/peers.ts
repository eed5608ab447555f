import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists, remove } from '#src/integration/folders.ts';
import { runMeasured } from '../measure/run-measured.ts';
import { astro } from './astro.ts';
import type { Contender } from './contender.ts';
import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import type { Peer } from './peer.ts';

/** The other generators by the names that they are asked for with. */
const peers = { eleventy, astro, hexo } satisfies Record<string, Peer>;

export type PeerName = keyof typeof peers;
export const peerNames = ['eleventy', 'astro', 'hexo'] as const satisfies readonly PeerName[];

/**
 * Installs all of them, where that was not done before, in the releases that peers/package.json names.
 *
 * @param work - absolute: where they stay
 * @returns absolute: the folder of their modules
 * @throws Error where npm fails
 */
export async function installPeers(work: string, tell: (text: string) => void): Promise<string> {
  const manifest = join(import.meta.dirname, '../peers/package.json');
  const text = await readFile(manifest, 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const folder = join(work, `peers-${digest}`);
  const modules = join(folder, 'node_modules');
  if (await exists(modules)) return modules;
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const named = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  tell(`Installing ${named.join(', ')} in ${folder}`);
  // Whole or not at all: an installation that was interrupted would be taken for one.
  const unfinished = `${folder}.new`;
  await remove(unfinished);
  await mkdir(unfinished, { recursive: true });
  await copyFile(manifest, join(unfinished, 'package.json'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock'];
  await runMeasured({ file: npm, args, cwd: unfinished, env: {} });
  await rename(unfinished, folder);
  return modules;
}

/** A project of another generator, without content, in a folder that is not there yet. */
export async function peerIn(name: PeerName, folder: string, modules: string): Promise<Contender> {
  const peer: Peer = peers[name];
  for (const [path, text] of Object.entries(peer.files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(modules, join(folder, 'node_modules'), 'junction');
  return {
    name: peer.title,
    contentDir: join(folder, peer.contentDir),
    takes: (path) => /\/.*\.md$/.test(path),
    outDir: join(folder, peer.outDir),
    memories: peer.memories.map((path) => join(folder, path)),
    build: { file: process.execPath, args: peer.args, cwd: folder, env: peer.env },
  };
}
