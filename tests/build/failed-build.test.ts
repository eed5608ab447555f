import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readTree,
  runScript,
  temporaryFolder,
  writeContent,
  type CommandResult,
} from '#tests/support/build-site.ts';
import { buildFolder } from './built-pages.ts';
import { episode, episodes, markdown, series, site, type Files } from './writing.ts';

const good = { ...site(), ...series('story', {}, episodes(2)) };
const story = (files: Files) => ({ ...site(), ...series('story', {}, files) });
const shiftJis = Buffer.from(
  '---\norder: 1\ndate: 2026-04-01\n---\n\n\x82\xa0\x82\xa2\n',
  'latin1',
);

let outDir: string;
let before: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  ({ outDir, files: before } = await buildFolder(await writeContent(good)));
});

/** Content that is wrong, and the code of what is told. */
const wrong: Readonly<Record<string, readonly [Files, string]>> = {
  'an unknown key': [story({ '1.md': episode(1, { titel: 'x' }) }), 'unknown-key'],
  'no site.yaml': [series('story', {}, episodes(1)), 'site-missing'],
  'a file in Shift_JIS': [story({ '1.md': shiftJis }), 'encoding-not-utf8'],
  'an error in what is not public': [
    story({ ...episodes(1), '2.md': markdown({ draft: true, date: '2099-01-01' }) }),
    'order-missing',
  ],
};

describe('a build of content with an error', () => {
  it.each(Object.entries(wrong))('(%s) writes nothing', async (_, [files, code]) => {
    const result = await buildInto(outDir, await writeContent(files));
    expectRefusal(result, code);
    expect(await readTree(outDir)).toEqual(before);
    expect(await readdir(dirname(outDir))).toEqual([basename(outDir)]);
  });

  it('makes no output folder, nor one around it', async () => {
    const folder = await temporaryFolder('nothing');
    const result = await buildInto(join(folder, 'a/b/dist'), await writeContent(site()));
    expectRefusal(result, 'no-series');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says so where there is no content at all', async () => {
    expectRefusal(await buildInto(outDir, '/nowhere/content'), 'content-missing');
  });

  it('says so where the moment is none', async () => {
    const content = await writeContent(good);
    const result = await buildInto(outDir, content, { TSUZUKI_NOW: '2026-04-31T07:00' });
    expect(result.code).toBe(1);
    expect(result.stderr).toBe(
      'TSUZUKI_NOW is “2026-04-31T07:00”; expected a moment such as 2026-04-01T07:00:00+09:00\n',
    );
  });
});

describe('an output folder that cannot be used', () => {
  it('is told before anything is built where it cannot be written', async () => {
    const file = join(await temporaryFolder('file'), 'file');
    await writeFile(file, 'mine');
    const result = await buildInto(join(file, 'dist'), await writeContent(good));
    expectRefusal(result, 'output-unwritable');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('is told and left alone where it holds something else', async () => {
    const folder = await writeContent({ 'index.html': 'mine', 'thesis.txt': 'mine' });
    expectRefusal(await buildInto(folder, await writeContent(good)), 'output-not-replaceable');
    expect([...(await readTree(folder)).values()].map(String)).toEqual(['mine', 'mine']);
  });
});

function buildInto(
  folder: string,
  content: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runScript('build', [], {
    TSUZUKI_CONTENT: content,
    TSUZUKI_OUT: folder,
    TSUZUKI_NOW: '2026-05-01T00:00:00Z',
    ...env,
  });
}

function expectRefusal({ code, stdout, stderr }: CommandResult, finding: string): void {
  expect(stdout).toContain(`[${finding}`);
  expect(code).toBe(1);
  expect(stdout).toContain('サイトは作られませんでした。前の出力はそのままです。');
  expect(stdout + stderr).not.toMatch(/^\s+at |\bfile:\/\/|node:internal|\.ts:\d/m);
  expect(stderr).toBe('');
}
