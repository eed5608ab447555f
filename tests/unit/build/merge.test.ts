import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { beforeEach, describe, expect, it } from 'vitest';
import { mergeShares } from '#src/build/merge.ts';
import { readShareList, shareFile, writeShareList, type ShareList } from '#src/build/share-list.ts';
import { codeDigest } from '#src/integration/code-digest.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { readProject } from '#src/integration/project.ts';
import { projectRoot, temporaryFolder } from '#tests/support/build-site.ts';

const code = codeDigest(projectRoot);
const mebibyte = 1024 ** 2;
const isLinux = process.platform === 'linux';

let outDir: string;
beforeEach(async () => {
  outDir = join(await temporaryFolder('joined'), 'dist');
});

/** The only share of a site, with such files, and whatever else its list says. */
async function share(
  files: Readonly<Record<string, Uint8Array>>,
  said: Partial<ShareList> = {},
): Promise<string> {
  const folder = await temporaryFolder('share');
  const digests: Record<string, string> = {};
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
    digests[path] = digestOf(bytes);
  }
  writeShareList(folder, { number: 1, of: 1, code, site: 'site', files: digests, ...said });
  return folder;
}

async function merge(...folders: readonly string[]) {
  return mergeIn(await temporaryFolder('work'), ...folders);
}

function mergeIn(workDir: string, ...folders: readonly string[]) {
  const project = { ...readProject(projectRoot, {}), outDir, workDir };
  return mergeShares({ project, folders, onWait: () => undefined });
}

const page = { 'index.html': Buffer.from('<!doctype html>') };
/** A site with one group, which has some bytes for the one file of its bundle. */
const search = (folder: string): ShareList['search'] => ({
  series: [{ id: 'umi', url: '/umi/', title: { text: '海' }, language: 'ja', parts: 1 }],
  bundles: [
    {
      shape: { files: 1, gramLength: 2 },
      groups: [
        { runs: [{ series: 0, from: 0, count: 1 }], summary: { folder, parts: 'a', frequent: [] } },
      ],
    },
  ],
});
const partsOf = (size: number) =>
  serialize({ bytes: new Uint8Array(size), ends: Uint32Array.of(size) });

describe('a merge', () => {
  it('puts a share in the place of the output, without what is no part of the site', async () => {
    const folder = await share(
      { ...page, 'tsuzuki-share.parts/abc': partsOf(10) },
      { search: search('abc') },
    );
    expect(await merge(folder)).toEqual({ outputFindings: [], isMerged: true });
    expect(await readFile(join(outDir, 'index.html'), 'utf8')).toBe('<!doctype html>');
    await expect(readFile(join(outDir, shareFile))).rejects.toThrow('ENOENT');
    await expect(readFile(join(outDir, 'tsuzuki-share.parts/abc'))).rejects.toThrow('ENOENT');
  });

  it('tells of what is too large for a host in what it makes itself as well', async () => {
    const folder = await share(
      { ...page, 'tsuzuki-share.parts/abc': partsOf(26 * mebibyte) },
      { search: search('abc') },
    );
    const { isMerged, outputFindings } = await merge(folder);
    expect(isMerged).toBe(true);
    expect(outputFindings.map(({ code }) => code)).toEqual(['output-large-file']);
    expect(String(outputFindings[0]?.values['path'])).toMatch(/^pagefind\/\w+\/0\.grams$/);
  });

  it('refuses a share of other code', async () => {
    const folder = await share(page, { code: 'other' });
    expect(await merge(folder)).toMatchObject({ problem: { kind: 'other-code', folder } });
  });

  it('refuses shares of which one is missing, or there twice', async () => {
    const first = await share(page, { of: 2 });
    const missing = { kind: 'missing', numbers: [2], of: 2 };
    expect(await merge(first)).toMatchObject({ problem: missing });
    expect(await merge(first, first)).toMatchObject({ problem: { kind: 'twice', number: 1 } });
    const none = { kind: 'missing', numbers: [], of: 0 };
    expect(await merge()).toMatchObject({ problem: none });
  });

  it.each([
    ['lacks a file', (path: string) => rm(path)],
    ['has a file that was cut', (path: string) => truncate(path, 10)],
    ['has a file that was changed', (path: string) => writeFile(path, '<!DOCTYPE html>')],
  ])('refuses a share that %s', async (_, spoil) => {
    const folder = await share(page);
    await spoil(join(folder, 'index.html'));
    const problem = { kind: 'damaged', folder, path: 'index.html' };
    expect(await merge(folder)).toMatchObject({ problem });
  });

  it('refuses a share of code that wrote its list otherwise', async () => {
    const folder = await share(page);
    await writeFile(join(folder, shareFile), JSON.stringify({ format: 1, number: 1 }));
    expect(await merge(folder)).toMatchObject({ problem: { kind: 'other-code', folder } });
  });

  it.each([
    ['other content or another moment', 'foreign', { site: 'another' }],
    ['another number of shares', 'dealt-otherwise', { of: 3 }],
  ])('names both of two shares of %s', async (_, kind, said) => {
    const first = await share(page, { of: 2 });
    const folder = await share({}, { number: 2, of: 2, ...said });
    expect(await merge(first, folder)).toMatchObject({ problem: { kind, folder, first } });
  });

  it('refuses a share that lacks what one of its groups has for all', async () => {
    const folder = await share(page, { search: search('abc') });
    const path = 'tsuzuki-share.parts/abc';
    expect(await merge(folder)).toMatchObject({ problem: { kind: 'damaged', folder, path } });
  });
});

describe('a merge that the file system hinders', () => {
  it.runIf(isLinux)('tells of a folder for work that cannot be made', async () => {
    const workDir = '/sys/tsuzuki';
    const { isMerged, outputFindings } = await mergeIn(workDir, await share(page));
    expect(isMerged).toBe(false);
    expect(outputFindings).toMatchObject([{ code: 'work-unwritable', values: { path: workDir } }]);
  });

  it.runIf(isLinux)('tells of a disk with no room to remember the output on', async () => {
    const workDir = await temporaryFolder('full');
    await symlink('/dev/full', join(workDir, 'outputs.json.new'));
    const { isMerged, outputFindings } = await mergeIn(workDir, await share(page));
    expect(isMerged).toBe(false);
    const values = { path: workDir, reason: 'ENOSPC' };
    expect(outputFindings).toMatchObject([{ code: 'work-unwritable', values }]);
    await expect(readdir(outDir)).rejects.toThrow('ENOENT');
  });

  it('refuses a share that has a folder where a file should be', async () => {
    const folder = await share(page);
    await rm(join(folder, 'index.html'));
    await mkdir(join(folder, 'index.html'));
    const problem = { kind: 'damaged', folder, path: 'index.html' };
    expect(await merge(folder)).toMatchObject({ problem });
  });

  it('refuses a share that has a file where a folder should be', async () => {
    const folder = await share({ 'umi/index.html': page['index.html'] });
    await rm(join(folder, 'umi'), { recursive: true });
    await writeFile(join(folder, 'umi'), '');
    const problem = { kind: 'damaged', folder, path: 'umi/index.html' };
    expect(await merge(folder)).toMatchObject({ problem });
  });

  it('refuses a file that is named as a share', async () => {
    const folder = join(await share(page), 'index.html');
    expect(await merge(folder)).toMatchObject({ problem: { kind: 'no-share', folder } });
  });
});

describe('the list of a share', () => {
  it('says what was written into it', async () => {
    const said = { number: 2, of: 3, search: search('abc') };
    const files = { 'index.html': digestOf(page['index.html']) };
    expect(readShareList(await share(page, said))).toMatchObject({ ...said, code, files });
  });

  it.each([
    ['a path that leads out of it', { files: { '../index.html': 'x' } }],
    ['a path from the root', { files: { '/index.html': 'x' } }],
    ['a path that leads out of it on Windows', { files: { '..\\index.html': 'x' } }],
    ['a group whose name is a path', { search: search('../abc') }],
    ['a search that is none', { search: {} as ShareList['search'] }],
    ['more shares than there can be', { of: 100_000_000 }],
    ['a number that is none', { number: 0 }],
  ])('is none where it has %s', async (_, said) => {
    expect(readShareList(await share(page, said))).toBeUndefined();
  });

  it('is not written over a file of the site', async () => {
    const folder = await share({});
    const list = readShareList(folder);
    expect(list).toMatchObject({ number: 1 });
    expect(() => {
      if (typeof list === 'object') writeShareList(folder, list);
    }).toThrow('EEXIST');
  });
});
