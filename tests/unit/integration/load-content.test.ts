import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '#src/integration/load-content.ts';
import { writeContent } from '#tests/support/build-site.ts';
import { episode, episodes, series, site } from '#tests/build/writing.ts';

it.each([
  [{}, ['stop-before-bracket', 'ellipsis-odd']],
  [{ advice: { 'stop-before-bracket': false } }, ['ellipsis-odd']],
  [{ advice: false }, []],
])('with %j in site.yaml the writer hears of %j', async (settings, codes) => {
  const text = '「はい。」と言って…黙った。';
  const files = { '1.md': episode(1, {}, text) };
  const contentDir = await writeContent({ ...site(settings), ...series('rain', {}, files) });
  const folders = { contentDir, publicDir: contentDir, workDir: join(contentDir, '_work') };
  const { findings } = await loadContent({ ...folders, now: Date.parse('2027-01-01') });
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

it('a project needs no public folder', async () => {
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, episodes(1)) });
  const publicDir = join(contentDir, 'nowhere');
  const workDir = join(contentDir, '_work');
  const { manuscript, findings } = await loadContent({ contentDir, publicDir, workDir, now: 0 });
  expect(manuscript?.series).toHaveLength(1);
  expect(findings.filter(({ code }) => code.includes('link'))).toEqual([]);
});
