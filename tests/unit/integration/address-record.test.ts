import { rmSync, symlinkSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNewlyPublic, recordAddresses } from '#src/integration/address-record.ts';
import { loadContent } from '#src/integration/load-content.ts';
import type { Project } from '#src/integration/project.ts';
import { projectRoot, writeContent } from '#tests/support/build-site.ts';
import {
  episode,
  episodes,
  later,
  markdown,
  series,
  site,
  type Files,
} from '#tests/build/writing.ts';

const story = (files: Files) => ({ ...site(), ...series('story', {}, files) });

const five = story({
  ...episodes(2),
  '3.md': episode(3, { date: '2026-05-10' }),
  '4.md': markdown({ draft: true, order: 4 }),
  'rest.md': markdown({ kind: 'notice', date: '2026-04-20', title: '休' }),
});

const afterwards = '2026-05-10T00:00:00+09:00';

describe('recording addresses', () => {
  it('lists what is public, and adds what becomes public', async () => {
    const content = await writeContent(five);
    expect(await record(content)).toEqual(['/story/rest/', '/story/2/', '/story/1/']);
    const before = await list(content);
    expect(before).toMatch(
      /^(# .+\n){3}addresses:\n {2}\/story\/1\/: story\/1\n {2}\/story\/2\/: story\/2\n {2}\/story\/rest\/: story\/rest\nversion: 1\n$/,
    );
    expect(await record(content)).toEqual([]);
    expect(await list(content)).toBe(before);
    expect(await record(content, afterwards)).toEqual(['/story/3/']);
    const line = '  /story/rest/';
    expect(await list(content)).toBe(before.replace(line, `  /story/3/: story/3\n${line}`));
    expect((await readdir(content)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('names addresses without the base path, and as they are read', async () => {
    const url = 'https://example.org/%E5%B0%8F%E8%AA%AC/';
    const files = { ...site({ url, language: 'en' }), ...series('雨', {}, episodes(1)) };
    const content = await writeContent(files);
    await record(content);
    expect(await list(content)).toMatch(/published[^]*\naddresses:\n {2}\/雨\/1\/: 雨\/1\n/);
  });

  it('takes nothing out, and writes nothing where an address is gone', async () => {
    const text = 'addresses:\n  /story/0/: story/0\nversion: 1\n';
    const content = await writeContent({ ...five, 'addresses.yaml': text });
    expect(await codes(content)).toEqual(['address-gone']);
    expect(await list(content)).toBe(text);
  });

  it.each([
    ['cut short', 'addresses:\n  /story/1/: st', 'addresses-cut'],
    ['empty', '', 'addresses-cut'],
    ['of a newer version', 'addresses:\nversion: 9\n', 'addresses-version'],
    ['in a conflict', 'addresses:\n<<<<<<< a\n=======\n>>>>>>> b\nversion: 1\n', 'merge-conflict'],
    ['nonsense', 'a: b\nversion: 1\n', 'unknown-key'],
  ])('never overwrites a list that is %s', async (_, text, code) => {
    const content = await writeContent({ ...five, 'addresses.yaml': text });
    expect(await codes(content)).toEqual([code]);
    expect(await list(content)).toBe(text);
  });

  it('loses nothing where it is done twice at once', async () => {
    const content = await writeContent(five);
    await Promise.all([later, afterwards, later].map((now) => record(content, now)));
    expect((await list(content)).match(/^ {2}\//gm)).toHaveLength(4);
  });

  it('adds to the list that was checked, also where it cannot be read any more', async () => {
    const content = await writeContent(five);
    await record(content);
    const before = await list(content);
    const path = join(content, 'addresses.yaml');
    // The clock is asked once the list was read.
    const clock = () => {
      rmSync(path);
      symlinkSync(path, path);
      return Date.parse(afterwards);
    };
    const { addresses } = await recordAddresses({ ...project(content, afterwards), clock }, noWord);
    expect(addresses).toMatchObject([{ address: '/story/3/' }]);
    const line = '  /story/rest/';
    expect(await list(content)).toBe(before.replace(line, `  /story/3/: story/3\n${line}`));
  });

  it('is not needed to know what is due', async () => {
    const content = await writeContent(five);
    const due = async (now: string) =>
      (await findNewlyPublic(project(content, now))).addresses.map(({ address }) => address);
    expect(await due(later)).toHaveLength(3);
    expect(await readdir(content)).not.toContain('addresses.yaml');
    await record(content);
    expect(await due(later)).toEqual([]);
    expect(await due(afterwards)).toEqual(['/story/3/']);
  });
});

describe('content that is loaded', () => {
  it('keeps what it has promised, and says so where it does not', async () => {
    const content = await writeContent(five);
    await record(content);
    await rm(join(content, 'story/2.md'));
    await writeFile(join(content, 'story/two.md'), episode(2));
    const { findings } = await load(content, later);
    expect(findings).toMatchObject([
      { code: 'address-gone', file: 'addresses.yaml', line: 6, values: { line: 'aliases: [2]' } },
    ]);
    await writeFile(join(content, 'story/two.md'), episode(2, { aliases: ['2'] }));
    expect((await load(content, later)).findings).toEqual([]);
  });

  it('breaks no promise where it is shown as it was at an earlier moment', async () => {
    const content = await writeContent(five);
    await record(content, afterwards);
    const clock = () => Date.parse(afterwards);
    expect((await load(content, '2026-04-02')).findings).not.toEqual([]);
    expect((await load(content, '2026-04-02', clock)).findings).toEqual([]);
    await writeFile(join(content, 'story/3.md'), episode(3, { date: '2999-01-01' }));
    expect((await load(content, '2026-04-02', clock)).findings).toMatchObject([
      { code: 'address-unpublished', values: { state: 'scheduled' } },
    ]);
  });
});

function project(contentDir: string, now: string): Project {
  // Of the code that reads texts; everything else is in a folder of its own.
  const root = projectRoot;
  const own = join(contentDir, '_root');
  const folders = { publicDir: join(own, 'public'), workDir: join(own, 'work') };
  const [moment, clock] = [() => Date.parse(now), () => Date.parse(afterwards)];
  return { root, contentDir, outDir: join(own, 'dist'), ...folders, now: moment, clock };
}

async function record(contentDir: string, now = later): Promise<readonly string[]> {
  const { findings, addresses: added } = await recordAddresses(project(contentDir, now), noWord);
  expect(findings).toEqual([]);
  return added.map(({ address }) => address);
}

async function codes(contentDir: string): Promise<readonly string[]> {
  const { findings, addresses: added } = await recordAddresses(project(contentDir, later), noWord);
  expect(added).toEqual([]);
  return findings.map(({ code }) => code);
}

function load(contentDir: string, now: string, clock?: () => number) {
  const { now: moment, publicDir, workDir } = project(contentDir, now);
  const folders = { contentDir, publicDir, workDir };
  return loadContent({ ...folders, now: moment(), ...(clock === undefined ? {} : { clock }) });
}

function noWord(): void {
  // Nobody is told that another run is waited for.
}

function list(content: string): Promise<string> {
  return readFile(join(content, 'addresses.yaml'), 'utf8');
}
