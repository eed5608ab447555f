import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot, writeContent } from '#tests/support/build-site.ts';
import { episodes, later, series, site } from './writing.ts';

it('npm run addresses leaves the list whole where the disk is full', async () => {
  const list = Buffer.from('# 手を入れた一覧\naddresses:\n  /story/1/: story/1\nversion: 1\n');
  const files = { ...site(), ...series('story', {}, episodes(80)), 'addresses.yaml': list };
  const content = await writeContent(files);
  // A file may hold 1,024 bytes, also an administrator's.
  const script = join(projectRoot, 'scripts/addresses.ts');
  const line = `trap '' XFSZ; ulimit -f 1; exec '${process.execPath}' '${script}'`;
  const env = { ...process.env, TSUZUKI_CONTENT: content, TSUZUKI_NOW: later };
  const { status, stdout } = spawnSync('bash', ['-c', line], { env, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('（EFBIG）');
  expect(stdout).toContain('[addresses-unwritable]');
  expect(await readFile(join(content, 'addresses.yaml'))).toEqual(list);
  expect((await readdir(content)).toSorted()).toEqual(['addresses.yaml', 'site.yaml', 'story']);
});
