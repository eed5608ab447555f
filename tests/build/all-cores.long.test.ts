import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { searchFolder } from '#src/site/urls.ts';
import { readTree, runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { cloneProject } from '#tests/support/clone-project.ts';
import { differences } from './elsewhere.ts';
import { episodes, later, series, site } from './writing.ts';

/** More than one thread alone is for, with as many texts. */
const count = 240;

it('many pages are the same whether their threads were started early or late', async () => {
  const root = await cloneProject();
  const contentDir = await writeContent({ ...site(), ...series('霧', {}, episodes(count)) });
  const build = async (args: readonly string[]) => {
    const outDir = join(await temporaryFolder('out'), 'dist');
    const env = { TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir, TSUZUKI_NOW: later };
    const { code, stdout, stderr } = await runScript('build', args, env, root);
    expect(code, stdout + stderr).toBe(0);
    const files = [...(await readTree(outDir))];
    return new Map(files.filter(([path]) => !path.startsWith(`${searchFolder}/`)));
  };
  const unsearched = await build(['--no-search']);
  expect([...unsearched.keys()].filter((path) => path.startsWith('cards/')).length).toBeGreaterThan(
    count,
  );
  for (const kept of ['site', 'site.json', 'cache']) {
    await rm(join(root, '.tsuzuki', kept), { recursive: true });
  }
  expect(differences(await build([]), unsearched)).toEqual([]);
});
