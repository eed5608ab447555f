import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#tests/support/build-site.ts';
import { brokenLinks } from './broken-links.ts';
import { buildFolder, navigationOf, type Built } from './built-pages.ts';
import { readEntries } from './read-entries.ts';
import { buildElsewhere, differences, elsewhere } from './elsewhere.ts';

const sample = join(projectRoot, 'content');
const TSUZUKI_NOW = '2026-12-01T03:04:00Z';

let url: string;
let built: Built;
let again: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  const settings = await readFile(join(sample, 'site.yaml'), 'utf8');
  url = /^url: (.*)$/m.exec(settings)?.[1] ?? '';
  [built, again] = await Promise.all([
    buildFolder(sample, { TSUZUKI_NOW }),
    buildElsewhere({ contentDir: sample, env: { TSUZUKI_NOW, ...elsewhere } }),
  ]);
});

describe('the sample', () => {
  it('leads nowhere in vain', () => {
    expect(built.pages.size).toBeGreaterThan(30);
    expect(brokenLinks(built, url)).toEqual([]);
  });

  it('is built without a warning', () => {
    expect(built.stdout.trim().split('\n').at(-1)).toContain(built.outDir);
    expect(built.stdout).not.toContain('[');
    expect(built.stderr).toBe('');
  });

  it('has feeds that all clients read alike, in every form', async () => {
    const feeds = [...built.files.keys()].filter((path) =>
      /(?:rss|atom)\.xml$|feed\.json$/.test(path),
    );
    expect(feeds).toHaveLength(12);
    for (const path of feeds) {
      const rss = path.replace(/[^/]*$/, 'rss.xml');
      expect(await readEntries(built, path)).toEqual(await readEntries(built, rss));
    }
  });

  it('has the navigation that its part ten is known for', () => {
    expect(navigationOf(built.page('kujo-hokoku/10/')).join(' ')).toBe(
      '前編① ←前編② ←前編③ ←前編④ ←前編⑤ ←前編⑥ ←前編⑦ ←前編⑧ ←前編⑨ ' +
        '→続編11 →続編12 →続編13 →続編14 →完結編15',
    );
  });

  it('comes out the same, byte for byte, on another machine: other folders, zone and language', () => {
    expect(differences(again, built.files)).toEqual([]);
  });

  it('holds neither a folder of the machine nor the moment of the build', () => {
    for (const [path, bytes] of built.files) {
      expect(bytes.includes(projectRoot), path).toBe(false);
      expect(bytes.includes(TSUZUKI_NOW.slice(0, 16)), path).toBe(false);
    }
  });
});
