import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { copyOfCheckout } from './checkout.ts';
import { differences } from './elsewhere.ts';
import { episodes, later, series, site } from './writing.ts';

let root: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  root = await copyOfCheckout();
  // More than one thread makes.
  const content = { ...site(), ...series('story', {}, episodes(250)) };
  const outDir = join(await temporaryFolder('full'), 'dist');
  env = {
    TSUZUKI_CONTENT: await writeContent(content),
    TSUZUKI_OUT: outDir,
    TSUZUKI_NOW: later,
  };
});

/** A build that may write no file of more than so many KiB, also an administrator's. */
function buildWithin(size: number) {
  const script = join(root, 'scripts/build.ts');
  const line = `trap '' XFSZ; ulimit -f ${size}; exec '${process.execPath}' '${script}'`;
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  return spawnSync('bash', ['-c', line], options);
}

it('a build on a full disk says so, leaves the last output, and does not stop the next one', async () => {
  expect((await runScript('build', [], env, root)).code).toBe(0);
  const outDir = env['TSUZUKI_OUT'] ?? '';
  const before = await readTree(outDir);
  await rm(join(root, '.tsuzuki/site'), { recursive: true });
  const { status, stdout, stderr } = buildWithin(4);
  expect(status).toBe(1);
  expect(stdout).toContain(`${join(root, '.tsuzuki')} 誤り`);
  expect(stdout).toContain('（EFBIG）');
  expect(stdout).toContain('[work-unwritable]');
  expect(stdout).toContain('前の出力はそのままです。');
  expect(stderr).toBe('');
  expect(differences(await readTree(outDir), before)).toEqual([]);

  expect((await runScript('build', [], env, root)).code).toBe(0);
  expect(differences(await readTree(outDir), before)).toEqual([]);
});
