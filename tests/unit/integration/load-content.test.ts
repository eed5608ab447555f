import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { reportText } from '#src/diagnostics/report-text.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { writeContent } from '#tests/support/build-site.ts';
import { episode, episodes, type Files, series, site } from '#tests/build/writing.ts';

it.each([
  [{}, ['stop-before-bracket', 'ellipsis-odd']],
  [{ advice: { 'stop-before-bracket': false } }, ['ellipsis-odd']],
  [{ advice: false }, []],
])('with %j in site.yaml the writer hears of %j', async (settings, codes) => {
  const text = '「はい。」\n\n彼は…黙った。';
  const files = { '1.md': episode(1, {}, text) };
  const contentDir = await writeContent({ ...site(settings), ...series('rain', {}, files) });
  const { findings } = await load(contentDir);
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['advice: false\nfeeds: 20', ['wrong-type']],
  ['advice: no', ['wrong-type']],
  ['advice:\n  dash-odd: false\n  stop-before-braket: false', ['unknown-key']],
  ['advice:\nstop-before-bracket: false', ['unknown-key']],
  ['advise: false', ['unknown-key']],
  ['language: english', ['language-invalid']],
  ['feeds: 20', ['wrong-type', 'stop-before-bracket']],
])('with %j in site.yaml no advice is given that may not be wanted', async (line, codes) => {
  const files = { '1.md': episode(1, {}, '「はい。」') };
  const unsound = `title: 書庫\nurl: https://example.org/\n${line}\n`;
  const found = await codesIn({ 'site.yaml': unsound, ...series('rain', {}, files) });
  expect(found.toSorted()).toEqual(codes.toSorted());
});

it.each([
  ['advice: false\n', ['key-missing', 'key-missing', 'embed-not-allowed']],
  ['title: 書庫\nadvice: false\nembeds: no host\n', ['key-missing', 'host-invalid']],
  ['title: 書庫\nembeds: www.example\n', ['key-missing', 'stop-before-bracket']],
  ['title 書庫\n', ['yaml-not-settings']],
])('where site.yaml is but %j the rest is read as it says', async (text, codes) => {
  const body = '「はい。」\n\n<iframe src="https://www.example/" title="灯台"></iframe>';
  const files = { '1.md': episode(1, {}, body) };
  const found = await codesIn({ 'site.yaml': text, ...series('rain', {}, files) });
  expect(found.toSorted()).toEqual(codes.toSorted());
});

it('a link that text has become points at that text', async () => {
  const files = { '1.md': episode(1, {}, '[源]: 行くぞ\n\n[源]は言った。') };
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, files) });
  const { findings } = await load(contentDir);
  expect(findings.find(({ code }) => code === 'link-missing')?.values).toEqual({
    url: '行くぞ',
    label: '源',
    definition: 6,
  });
});

it('an image that was not copied to its end is called so', async () => {
  const whole = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#123' } })
    .jpeg()
    .toBuffer();
  const files = { '1.md': episode(1, {}, '![図](a.jpg)'), 'a.jpg': whole.subarray(0, -20) };
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, files) });
  const { findings } = await load(contentDir);
  expect(findings).toMatchObject([
    { code: 'image-unreadable', values: { url: 'a.jpg', isCut: 'true' } },
  ]);
});

async function codesIn(files: Files): Promise<string[]> {
  const { findings } = await load(await writeContent(files));
  return findings.map(({ code }) => code);
}

function load(contentDir: string): ReturnType<typeof loadContent> {
  const folders = { contentDir, publicDir: contentDir, workDir: join(contentDir, '_work') };
  return loadContent({ ...folders, now: Date.parse('2027-01-01') });
}

it('a project needs no public folder', async () => {
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, episodes(1)) });
  const publicDir = join(contentDir, 'nowhere');
  const workDir = join(contentDir, '_work');
  const { manuscript, findings } = await loadContent({ contentDir, publicDir, workDir, now: 0 });
  expect(manuscript?.series).toHaveLength(1);
  expect(findings.filter(({ code }) => code.includes('link'))).toEqual([]);
});

it('a link in public/ that goes round is told where it lies', async () => {
  const root = await writeContent({ 'public/a/b.txt': '' });
  await symlink('..', join(root, 'public/a/ring'));
  const contentDir = await writeContent({ ...site(), ...series('rain', {}, episodes(1)) });
  await rename(contentDir, join(root, 'content'));
  const folders = { contentDir: join(root, 'content'), publicDir: join(root, 'public') };
  const now = Date.parse('2027-01-01');
  const { findings } = await loadContent({ ...folders, workDir: join(root, 'work'), now });
  expect(findings).toEqual([{ code: 'folder-loop', file: '../public/a/ring', values: {} }]);
  const report = reportText(findings, { contentPath: 'content', language: 'en' });
  expect(report).toContain('public/a/ring error');
  expect(report).not.toContain('..');
});
