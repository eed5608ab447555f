import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#src/diagnostics/finding.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { episodeIdentity } from '#src/site/identity.ts';
import { assembleSite } from '#src/story/site.ts';
import { writeContent } from '#tests/support/build-site.ts';
import {
  episode,
  episodes,
  type Files,
  later,
  markdown,
  series,
  site,
} from '#tests/build/writing.ts';

/** What is told is put right by doing what it says, in the files, and nobody takes a part for new. */

describe('a renamed file', () => {
  it.each([
    ['of which nothing else is known', 'story/2', {}],
    ['that has former names', 'story/2', { aliases: ['x'] }],
    ['that has an id', 'story/2', { id: '2' }],
    ['that has another id', 'story/2', { id: 'y' }],
    ['whose id was another than its name', 'story/y', {}],
    ['whose id it still has, and former names', 'story/y', { aliases: ['y', 'x'] }],
    ['whose id it still has as its slug', 'story/harbour', {}],
    ['whose slug was another', 'story/2', { slug: 'x', aliases: ['w'] }],
    ['of a name that means something else in YAML', 'story/null', {}],
  ])('%s keeps its id', async (_, identity, keys) => {
    const files = { '1.md': episode(1), 'harbour.md': episode(2, keys) };
    const list = { '/story/1/': 'story/1', '/story/2/': identity };
    const content = await contentOf(series('story', {}, files), list);
    const [told] = await findings(content);
    expect(told).toMatchObject({ values: { file: 'story/harbour.md' } });
    await mend(content, told);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual(['story/1', identity]);
  });

  it('keeps its id whatever else its settings say', async () => {
    const name: fc.Arbitrary<string> = fc.constantFrom('a', 'b', '2', '02', 'null', '-', 'harbour');
    const keys = fc.record(
      { id: name, slug: name, aliases: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(keys, name, name, async (said, former, id) => {
        const own = said.slug ?? 'harbour';
        fc.pre(![own, ...(said.aliases ?? [])].includes(former) && !said.aliases?.includes(own));
        const files = { 'harbour.md': episode(1, said) };
        const list = { [`/story/${former}/`]: `story/${id}` };
        const content = await contentOf(series('story', {}, files), list);
        const [told] = await findings(content);
        // An episode that bears the very name as its id is not thought to have had another.
        fc.pre(told?.values['file'] !== undefined);
        await mend(content, told);
        expect(await findings(content)).toEqual([]);
        expect(await identities(content)).toEqual([`story/${id}`]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its address from a draft that has got its name', async () => {
    const files = {
      'harbour.md': episode(1, { id: '1' }),
      '1.md': markdown({ draft: true, order: 2, id: 'n' }),
    };
    const content = await contentOf(series('story', {}, files), { '/story/1/': 'story/1' });
    const [told, ...others] = await findings(content);
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      code: 'address-taken',
      values: { file: 'story/1.md', other: 'story/harbour.md', line: 'aliases: [1]' },
    });
    await rename(join(content, 'story/1.md'), join(content, 'story/next.md'));
    await mend(content, told);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual(['story/1']);
  });

  it('is thought of before a draft of its name is called the part itself', async () => {
    const files = { 'harbour.md': episode(1), '1.md': markdown({ draft: true, order: 2 }) };
    const content = await contentOf(series('story', {}, files), { '/story/1/': 'story/1' });
    const [told] = await findings(content);
    expect(told).toMatchObject({
      code: 'address-unpublished',
      values: { unsure: 1, file: 'story/1.md', other: 'story/harbour.md' },
    });
    await rename(join(content, 'story/1.md'), join(content, 'story/next.md'));
    await mend(content, told);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual(['story/1']);
  });
});

describe('a part that was deleted', () => {
  const list = { '/story/1/': 'story/1', '/story/2/': 'story/2', '/story/3/': 'story/3' };

  it('leaves its address to the one that takes its place, and not its id', async () => {
    const content = await contentOf(series('story', {}, episodes(3)), list);
    await rm(join(content, 'story/2.md'));
    const [told] = await findings(content);
    expect(told).toMatchObject({ code: 'address-gone', values: { line: 'aliases: [2]' } });
    const line = String(told?.values['line']);
    await write(content, 'story/3.md', [line]);
    expect(await findings(content)).toMatchObject([
      { code: 'address-reused', values: { own: '3' } },
    ]);
    await write(content, 'story/3.md', ['id: 3']);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual(['story/1', 'story/3']);
  });
});

describe('a series', () => {
  it.each([
    ['whose former names are in another order', { aliases: ['b', 'a'] }, 'a', 'aliases: [a, b]'],
    ['that has lost its only former name', {}, 'a', 'aliases: [a]'],
    ['that has lost its first name', { aliases: ['b'] }, 'a', 'aliases: [a, b]'],
  ])('%s is told of once, and keeps its parts', async (_, keys, first, line) => {
    const list = { '/c/1/': `${first}/1`, '/c/2/': `${first}/2` };
    const content = await contentOf(series('c', keys, episodes(2)), list);
    const [told, ...others] = await findings(content);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ code: 'series-identity', line: 2, values: { line } });
    await mend(content, told);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual(['a/1', 'a/2']);
  });

  it.each([
    ['was another series before', { '/fog/1/': 'fog/1' }, {}, 'fog'],
    ['has a former name', { '/fog/1/': 'fog/1' }, { aliases: ['x'] }, 'fog'],
    ['had two names before', { '/b/1/': 'a/1' }, {}, 'a'],
    ['had two names before, one of them known', { '/b/1/': 'a/1' }, { aliases: ['a'] }, 'a'],
    ['has published since', { '/a/1/': 'a/1', '/c/2/': 'a/2' }, {}, 'a'],
  ])('that %s is told of once, and keeps its parts', async (_, list, keys, first) => {
    const content = await contentOf(series('c', keys, episodes(2)), list);
    const [told, ...others] = await findings(content);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ code: 'series-gone', values: { file: 'c/series.yaml' } });
    await mend(content, told);
    expect(await findings(content)).toEqual([]);
    expect(await identities(content)).toEqual([`${first}/1`, `${first}/2`]);
  });

  it.each([
    ['has its first name again', { '/c/1/': 'c/1', '/c/2/': 'c/2' }, { aliases: ['b'] }],
    ['is known by two names', { '/c/1/': 'a/1', '/c/2/': 'b/2' }, { aliases: ['b', 'a'] }],
  ])('that %s can be known by one only, which is not told', async (_, list, keys) => {
    const content = await contentOf(series('c', keys, episodes(2)), list);
    expect(await findings(content)).toEqual([]);
  });
});

function contentOf(files: Files, list: Readonly<Record<string, string>>): Promise<string> {
  const lines = Object.entries(list).map(([address, id]) => `  ${address}: ${id}\n`);
  const text = `addresses:\n${lines.join('')}version: 1\n`;
  return writeContent({ ...site(), ...files, 'addresses.yaml': text });
}

function load(contentDir: string) {
  const folders = { publicDir: join(contentDir, '_public'), workDir: join(contentDir, '_work') };
  return loadContent({ contentDir, ...folders, now: Date.parse(later) });
}

async function findings(content: string): Promise<readonly Finding[]> {
  return (await load(content)).findings.filter(({ file }) => file === 'addresses.yaml');
}

/** What all that is published is called in feeds and ledgers. */
async function identities(content: string): Promise<readonly string[]> {
  const { manuscript } = await load(content);
  if (manuscript === undefined) throw new Error('site.yaml cannot be used');
  const { series: all } = assembleSite(manuscript, { now: Date.parse(later), show: 'published' });
  return all.flatMap((one) => one.readingOrder.map((part) => episodeIdentity(one, part)));
}

/** Does what a finding says. */
async function mend(content: string, told: Finding | undefined): Promise<void> {
  const { file, other = file, line, id } = told?.values ?? {};
  await write(content, String(other), [line, id].filter((one) => one !== undefined).map(String));
}

/** Puts lines among the settings of a file, each in place of the key that is there. */
async function write(content: string, file: string, lines: readonly string[]): Promise<void> {
  const path = join(content, file);
  let text = await readFile(path, 'utf8');
  for (const line of lines) {
    const key = new RegExp(`^${line.slice(0, line.indexOf(':'))}:.*$`, 'm');
    const head = /^(?:---\n)?/;
    text = key.test(text) ? text.replace(key, line) : text.replace(head, `$&${line}\n`);
  }
  await writeFile(path, text);
}
