import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runScript, temporaryFolder, writeContent } from '#tests/support/build-site.ts';
import { episodes, later, series, site } from './writing.ts';

const files = { ...site(), ...series('story', {}, episodes(40)) };

it('npm run addresses and npm run due say what they found, and tell GitHub', async () => {
  const content = await writeContent(files);
  const output = join(await temporaryFolder('output'), 'output');
  const due = () => run('due', content, { GITHUB_OUTPUT: output });
  const before = await due();
  expect(before).toMatchObject({ code: 0, stderr: '' });
  expect(before.stdout).toMatch(/公開の時刻が来て、まだ公開していない話が 40 編あります。\n$/);
  const recorded = await run('addresses', content);
  expect(recorded).toMatchObject({ code: 0, stderr: '' });
  expect(recorded.stdout).toMatch(/^\/story\/40\/\n[^]*40 件のアドレスを書き足しました。\n$/);
  expect(await due()).toEqual({
    code: 0,
    stdout: '公開を待っている話はありません。\n',
    stderr: '',
  });
  expect(await readFile(output, 'utf8')).toBe('due=true\ndue=false\n');
});

it('a build fails on an address that is gone, and with an error in the content nothing is due', async () => {
  const list = 'addresses:\n  /story/0/: story/0\nversion: 1\n';
  const content = await writeContent({ ...files, 'addresses.yaml': list });
  const outDir = join(await temporaryFolder('out'), 'dist');
  const results = await Promise.all(
    ['due', 'build'].map((name) => run(name, content, { TSUZUKI_OUT: outDir })),
  );
  for (const { code, stdout, stderr } of results) {
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(`${content}/addresses.yaml:2:3 誤り `);
    expect(stdout).toContain('/story/0/');
  }
  expect(await readFile(join(content, 'addresses.yaml'), 'utf8')).toBe(list);
});

function run(name: string, content: string, env: Readonly<Record<string, string>> = {}) {
  return runScript(name, [], { TSUZUKI_CONTENT: content, TSUZUKI_NOW: later, ...env });
}
