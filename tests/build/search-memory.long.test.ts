import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { projectRoot, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { remixedFiles } from '#tests/support/remixed-files.ts';
import { readPlainSite } from '#tests/support/search-site.ts';

const EPISODES = 2000;
const LIMIT = 1.5e9;

// Only Linux tells of another process what memory it takes.
it.runIf(process.platform === 'linux')(
  `a build of ${EPISODES} episodes with its index takes at most 1.5 GB in all its processes`,
  async () => {
    const sample = await readPlainSite(inject('sampleDir'));
    const files = remixedFiles(sample, { series: 4, episodes: EPISODES / 4, length: 2700 });
    const { code, peak } = await build(await writeContent(files));
    expect(code).toBe(0);
    expect(peak).toBeGreaterThan(1e8);
    expect(peak).toBeLessThan(LIMIT);
  },
);

/** The most that a build and all that it starts hold in memory at one moment, in bytes. */
async function build(contentDir: string): Promise<{ code: number | null; peak: number }> {
  const outDir = join(await temporaryFolder('out'), 'dist');
  const process_ = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: projectRoot,
    env: { ...process.env, TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir },
  });
  let peak = 0;
  const watch = setInterval(() => {
    void memoryOf(process_.pid ?? 0).then((bytes) => (peak = Math.max(peak, bytes)));
  }, 50);
  const code = await new Promise<number | null>((resolve) => process_.on('exit', resolve));
  clearInterval(watch);
  return { code, peak };
}

/** Of a process and its descendants (proc(5): VmRSS, PPid). */
async function memoryOf(root: number): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(ids.map(readStatus));
  const processes = all.filter((one) => one !== undefined);
  const tree = new Set([root]);
  // Parents have been started before their children, and mostly have lower numbers.
  for (let size = 0; size < tree.size;) {
    size = tree.size;
    for (const { id, parent } of processes) if (tree.has(parent)) tree.add(id);
  }
  return processes.reduce((sum, { id, bytes }) => sum + (tree.has(id) ? bytes : 0), 0);
}

async function readStatus(
  name: string,
): Promise<{ id: number; parent: number; bytes: number } | undefined> {
  // It may have ended meanwhile.
  const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
  const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
  if (parent === undefined) return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? '0';
  return { id: Number(name), parent: Number(parent), bytes: Number(kilobytes) * 1024 };
}
