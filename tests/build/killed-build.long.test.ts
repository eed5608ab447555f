import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { copyOfCheckout } from './checkout.ts';
import { differences } from './elsewhere.ts';
import { episodes, later, series, site } from './writing.ts';

let root: string;
let outDir: string;
let snow: string;
let finished: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  root = await copyOfCheckout();
  snow = await writeContent({ ...site(), ...series('snow', {}, episodes(100)) });
  outDir = join(await temporaryFolder('finished'), 'dist');
  expect((await runScript('build', [], environment(snow), root)).code).toBe(0);
  finished = await readTree(outDir);
});

describe('a build that was killed', () => {
  it.each([0, 500, 1000, 1500, 2000])(
    'after %i ms leaves a whole output and does not stop the next one',
    async (delay) => {
      const content = { ...site(), ...series('rain', {}, episodes(100)) };
      const killed = spawn(process.execPath, [join(root, 'scripts/build.ts')], {
        cwd: root,
        env: { ...process.env, ...environment(await writeContent(content)) },
        stdio: 'ignore',
      });
      await appearance(join(root, '.tsuzuki/build.lock'));
      await sleep(delay);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect(await readdir(join(root, '.tsuzuki'))).toContain('build.lock');
      expect(differences(await readTree(outDir), finished)).toEqual([]);

      const next = await runScript('build', [], environment(snow), root);
      expect(next.stdout).not.toContain('待っています');
      expect(next.code).toBe(0);
      expect(differences(await readTree(outDir), finished)).toEqual([]);
      expect(await readdir(dirname(outDir))).toEqual(['dist']);
    },
  );
});

function environment(contentDir: string) {
  return { TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir, TSUZUKI_NOW: later };
}

async function appearance(path: string): Promise<void> {
  const limit = performance.now() + 20_000;
  while (!(await stat(path).then(Boolean, () => false))) {
    if (performance.now() > limit) throw new Error(`${path} does not appear`);
    await sleep(20);
  }
}
