import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent } from '#src/integration/load-content.ts';
import { searchableEpisodes } from '#src/integration/searchable-episodes.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { writeContent } from '#tests/support/build-site.ts';

const now = Date.UTC(2026, 5, 1);
const text = '---\norder: 1\ndate: 2026-04-01\n---\n霧の中。\n';

/** What is searched of a checked series to which something happens before it is read. */
async function searched(meanwhile: (path: string) => Promise<void> = () => Promise.resolve()) {
  const contentDir = await writeContent({
    'site.yaml': 'title: 文庫\nurl: https://example.org/\n',
    'kiri/series.yaml': 'title: 霧\n',
    'kiri/1.md': text,
  });
  const none = join(contentDir, 'none');
  const { manuscript } = await loadContent({ contentDir, publicDir: none, workDir: none, now });
  if (manuscript === undefined) throw new Error('the content is wrong');
  const [series] = assembleSite(manuscript, { now, show: 'published' }).series;
  if (series === undefined) throw new Error('there is no series');
  await meanwhile(join(contentDir, 'kiri/1.md'));
  const urls = createUrls(manuscript.settings);
  return searchableEpisodes(series.readingOrder, { contentDir, series, urls });
}

it('a text that is not remembered is read from its file', async () => {
  expect(JSON.stringify(await searched())).toContain('霧の中。');
});

it.each([
  ['saved', (path: string) => writeFile(path, text.replace('霧の中。', '書きかけ。'))],
  ['removed', (path: string) => rm(path)],
])('a text that was %s since it was checked is told, and not searched', async (_, change) => {
  await expect(searched(change)).rejects.toMatchObject({
    name: 'ContentError',
    findings: [{ code: 'content-changed', file: 'kiri/1.md' }],
  });
});
