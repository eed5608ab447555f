import { execFile, spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/build-site.ts';

const run = promisify(execFile);
const room = new URL('../../../src/build/', import.meta.url).href;
/** Mounts of their own, which end with the process; not every system allows them. */
const apart = ['--user', '--map-root-user', '--mount'];
const mount = 'mount -t tmpfs -o size=256k none "$2"';
const canMount = spawnSync('unshare', [...apart, 'sh', '-c', mount, 'sh', '', '/mnt']).status === 0;

let root: string;

beforeEach(async () => {
  root = await temporaryFolder('mounts');
  for (const name of ['finished', 'disk']) await mkdir(join(root, name));
});

describe.runIf(canMount)('an output on another disk', () => {
  it.each([
    ['is the mount point itself', 'disk', ['page']],
    ['lies on it', 'disk/dist', ['dist']],
  ])('that %s is replaced', async (_, output, left) => {
    const result = await replaceOn('disk', output, 1000);
    expect(result).toEqual({ code: '', check: [], pages: ['page'], disk: left, beside: [] });
  });

  it.each([
    ['is the mount point itself', 'disk', ['old']],
    ['lies on it', 'disk/dist', ['dist']],
  ])('that %s stays as it was when that disk is full', async (_, output, left) => {
    const result = await replaceOn('disk', output, 1_000_000);
    expect(result).toMatchObject({ code: 'ENOSPC', pages: ['old'], disk: left, beside: [] });
  });
});

/** What `replaceOutput` makes of an output with one old file, by a site of one file so large. */
async function replaceOn(disk: string, output: string, size: number): Promise<unknown> {
  const script = `
    import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
    import { prepareOutput } from '${room}output-folder.ts';
    import { replaceOutput } from '${room}replace-output.ts';
    const [root, disk, output, size] = process.argv.slice(1);
    process.chdir(root);
    mkdirSync(output, { recursive: true });
    const check = await prepareOutput({ outDir: root + '/' + output, kept: [], sources: [] });
    writeFileSync(output + '/old', 'old');
    writeFileSync('finished/page', 'x'.repeat(Number(size)));
    const replaced = replaceOutput(root + '/finished', root + '/' + output);
    const code = await replaced.then(() => '', (error) => error.code);
    const [pages, left] = [readdirSync(output), readdirSync(disk)];
    const beside = readdirSync(root).filter((name) => name.startsWith('disk.'));
    console.log(JSON.stringify({ code, check, pages, disk: left, beside }));`;
  const inside = `${mount} && exec "$0" --input-type=module --eval "$1" "$3" "$4" "$5" "$6"`;
  const args = [script, join(root, disk), root, disk, output, String(size)];
  const { stdout } = await run('unshare', [
    ...apart,
    'sh',
    '-c',
    inside,
    process.execPath,
    ...args,
  ]);
  return JSON.parse(stdout);
}
