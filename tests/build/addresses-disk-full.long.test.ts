import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, writeContent } from '#tests/support/build-site.ts';
import { episodes, later, series, site } from './writing.ts';

it('npm run addresses leaves the list whole where the disk is full', async () => {
  const content = await writeContent({ ...site(), ...series('story', {}, episodes(40)) });
  // A file may hold 1,024 bytes, also an administrator's.
  const script = join(projectRoot, 'scripts/addresses.ts');
  const line = `trap '' XFSZ; ulimit -f 1; exec '${process.execPath}' '${script}'`;
  const env = { ...process.env, TSUZUKI_CONTENT: content, TSUZUKI_NOW: later };
  const { status, stdout } = spawnSync('bash', ['-c', line], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('（EFBIG）');
  expect(stdout).toContain('[addresses-unwritable]');
  expect((await readdir(content)).toSorted()).toEqual(['site.yaml', 'story']);
});
