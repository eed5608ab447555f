import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, temporaryFolder } from '#tests/support/build-site.ts';
import { brokenLinks } from './broken-links.ts';
import { buildFolder } from './built-pages.ts';

const sample = join(projectRoot, 'content');

const addresses = [
  'https://someone.github.io/novels/',
  'https://example.org/a/b',
  'http://localhost:8080/',
  'https://example.org/物語/',
];

describe('the sample', () => {
  it.each(addresses)('leads nowhere in vain at %s', async (url) => {
    const settings = await readFile(join(sample, 'site.yaml'), 'utf8');
    const copy = join(await temporaryFolder('sample'), 'content');
    await cp(sample, copy, { recursive: true });
    await writeFile(join(copy, 'site.yaml'), settings.replace(/^url: .*$/m, `url: ${url}`));
    const built = await buildFolder(copy, { TSUZUKI_NOW: '2026-12-01T00:00:00Z' });
    expect(built.pages.size).toBeGreaterThan(30);
    expect(brokenLinks(built, url.replace(/\/?$/, '/'))).toEqual([]);
  });
});
