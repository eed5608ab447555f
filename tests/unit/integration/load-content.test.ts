import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '#src/integration/load-content.ts';
import { writeContent } from '#tests/support/build-site.ts';
import { episodes, series, site } from '#tests/build/writing.ts';

it('a project needs no public folder', async () => {
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, episodes(1)) });
  const publicDir = join(contentDir, 'nowhere');
  const { manuscript, findings } = await loadContent({ contentDir, publicDir, now: 0 });
  expect(manuscript?.series).toHaveLength(1);
  expect(findings.filter(({ code }) => code.includes('link'))).toEqual([]);
});
