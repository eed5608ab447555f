import { beforeAll, describe, expect, it } from 'vitest';
import { readTree, runScript, writeContent } from '#tests/support/build-site.ts';
import { build, buildFolder } from './built-pages.ts';
import { buildElsewhere, differences, elsewhere } from './elsewhere.ts';
import { hiddenContent } from './unpublished-content.ts';
import { episode, episodes, series, site, type Files } from './writing.ts';

type Tree = ReadonlyMap<string, Buffer>;

const moment = { TSUZUKI_NOW: '2026-04-01T12:00:00Z' };

let contentDir: string;
let usual: Tree;

beforeAll(async () => {
  const { files } = await hiddenContent();
  const more: Files = {
    ...series('雨の日', { title: 'İstanbul I' }, { ...episodes(20), '序.md': episode(0) }),
    ...series('ä', { title: 'z' }, episodes(3)),
    ...series('z', { title: 'ä' }, episodes(3)),
  };
  contentDir = await writeContent({ ...files, ...more });
  ({ files: usual } = await buildFolder(contentDir, moment));
});

describe('the same content at the same moment gives the same bytes', () => {
  it('a second time', async () => {
    expect(differences((await buildFolder(contentDir, moment)).files, usual)).toEqual([]);
  });

  it.each(Object.entries(elsewhere))('with %s=%s', async (name, value) => {
    const built = await buildFolder(contentDir, { ...moment, [name]: value });
    expect(differences(built.files, usual)).toEqual([]);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo'])('in %s', async (TZ) => {
    const built = await buildFolder(contentDir, { ...moment, TZ });
    expect(differences(built.files, usual)).toEqual([]);
  });

  it('in another checkout', async () => {
    const again = await buildElsewhere({ contentDir, env: moment });
    expect(differences(again, usual)).toEqual([]);
  });

  it('after the folder of the last build held another site', async () => {
    const { outDir } = await build({ ...site(), ...series('other', {}, episodes(40)) });
    const env = { ...moment, TSUZUKI_CONTENT: contentDir, TSUZUKI_OUT: outDir };
    expect((await runScript('build', [], env)).code).toBe(0);
    expect(differences(await readTree(outDir), usual)).toEqual([]);
  });
});
