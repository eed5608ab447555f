import { readdir, rm, stat, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectBody } from '#src/integration/inspect-body.ts';
import { createTextStore } from '#src/integration/text-store.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import type { Body, InspectedBody } from '#src/manuscript/tools.ts';
import { prepareText } from '#src/text/prepare.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('texts');
});

function bodies(count: number): readonly Body[] {
  return Array.from({ length: count }, (_, i) => ({
    path: `s${String(i % 7)}/${String(i)}.md`,
    markdown: `## 第${String(i)}話\n\n霧《きり》の中、[次](${String(i + 1)}.md)へ。\n\n- 一\n- 二\n`,
    language: 'ja',
    breaks: i % 2 === 0,
  }));
}

const monthAgo = new Date(Date.now() - 31 * 86_400_000);

const facts = (all: readonly Body[]) => all.map(inspectBody);

/** Without the place where a text is stored. */
const unplaced = (told: readonly InspectedBody[]) =>
  told.map((one) => ({ ...one, stored: undefined }));

describe('texts that are inspected', () => {
  // Few in this thread, many in several.
  it.each([3, 500])('are each told of, in their order: %d', async (count) => {
    const all = bodies(count);
    const told = await createTextStore(folder, 'code').inspect(all);
    expect(unplaced(told)).toEqual(facts(all));
  });

  it('are found as they are shown, and are the same in the next build', async () => {
    const all = bodies(20);
    const told = await createTextStore(folder, 'code').inspect(all);
    const next = createTextStore(folder, 'code');
    expect(await next.inspect(all)).toEqual(told);
    for (const [i, { stored = '' }] of told.entries()) {
      const { markdown = '', language = '', breaks = false } = all[i] ?? {};
      const { facts, forms, searchBlocks } = prepareText(markdown, { language, breaks });
      const found = await next.find(stored);
      expect(found).toMatchObject({ text: facts.text, forms });
      expect(found?.searchBlocks()).toEqual(searchBlocks);
    }
  });

  it('stay found when another one of their shelf is edited', async () => {
    const all = bodies(20);
    const [first] = await createTextStore(folder, 'code').inspect(all);
    const edited = all.map((body, i) => (i === 7 ? { ...body, markdown: '別。' } : body));
    const store = createTextStore(folder, 'code');
    const told = await store.inspect(edited);
    expect(told[0]).toEqual(first);
    expect(await store.find(told[7]?.stored ?? '')).toMatchObject({ text: '別。' });
    expect(await store.find(first?.stored ?? '')).toBeDefined();
  });

  it('are told of all the same where what is remembered was cut, and then not found', async () => {
    const all = bodies(20);
    const [first] = await createTextStore(folder, 'code').inspect(all);
    for (const name of await readdir(folder)) await truncate(join(folder, name), 40);
    const store = createTextStore(folder, 'code');
    expect(await store.find(first?.stored ?? '')).toBeUndefined();
    const told = await store.inspect(all);
    expect(unplaced(told)).toEqual(facts(all));
    expect(await createTextStore(folder, 'code').find(first?.stored ?? '')).toBeDefined();
  });

  it('are read anew by another code', async () => {
    const [before] = await createTextStore(folder, 'code').inspect(bodies(1));
    const [after] = await createTextStore(folder, 'other').inspect(bodies(1));
    expect(after?.stored).not.toBe(before?.stored);
  });
});

/** All that the next build finds of texts as they are shown. */
async function findAll(told: readonly InspectedBody[]) {
  const { find } = createTextStore(folder, 'code');
  return Promise.all(told.map(({ stored = '' }) => find(stored)));
}

describe('texts stay found', () => {
  const inspect = (all: readonly Body[]) => createTextStore(folder, 'code').inspect(all);

  it.each([64, 128])('when their folder grows beyond %d', async (count) => {
    const grown = bodies(count + 1).map((body, i) => ({ ...body, path: `s/${String(i)}.md` }));
    await inspect(grown.slice(0, count));
    expect(await findAll(await inspect(grown))).not.toContain(undefined);
  });

  it('in each of the folders in which a file says the same', async () => {
    const [first] = bodies(1);
    if (first === undefined) throw new Error('no body');
    const copy = { ...first, path: 'elsewhere/copy.md' };
    await inspect([first]);
    const told = await inspect([first, copy]);
    expect(await findAll(told)).not.toContain(undefined);
    expect(await inspect([first, copy])).toEqual(told);
    const names = await readdir(folder);
    await Promise.all(names.map((name) => utimes(join(folder, name), monthAgo, monthAgo)));
    await inspect([first, copy]);
    // Whatever lies on several shelves is not read again for that.
    const times = await Promise.all(
      names.map(async (name) => (await stat(join(folder, name))).mtimeMs),
    );
    expect(times.filter((time) => time > monthAgo.getTime())).toHaveLength(1);
  });

  it('where another file is read a month after they were', async () => {
    const all = bodies(20);
    await inspect(all);
    for (const name of await readdir(folder)) await utimes(join(folder, name), monthAgo, monthAgo);
    const edited = all.map((body, i) => (i === 7 ? { ...body, markdown: '別。' } : body));
    expect(await findAll(await inspect(edited))).not.toContain(undefined);
  });

  it.each([
    ['was removed', (path: string) => rm(path)],
    // Whoever looks for it finds that out.
    ['was cut', (path: string) => truncate(path, 40)],
  ])('again when a shelf %s', async (_, spoil) => {
    const told = await inspect(bodies(20));
    const shelf = told[3]?.stored?.split('/')[0] ?? '';
    await spoil(join(folder, shelf));
    expect((await findAll(told))[3]).toBeUndefined();
    expect(await inspect(bodies(20))).toEqual(told);
    expect(await findAll(told)).not.toContain(undefined);
  });
});

describe('texts of a large folder', () => {
  const part = (number: number, series = 's'): Body => ({
    path: `${series}/${String(number)}.md`,
    markdown: `第${String(number)}話。`,
    language: 'ja',
    breaks: true,
  });
  /** As they are in a manuscript, 10 before 2, with their numbers to read them by. */
  const parts = (count: number, series?: string) =>
    Array.from({ length: count }, (_, i) => part(i + 1, series)).toSorted((a, b) =>
      compareTexts(a.path, b.path),
    );
  const shelfOf = (stored = '') => stored.split('/')[0] ?? '';

  it.each([
    ['of one series', ['a'], 500],
    ['of series that are read in turns', ['a', 'b', 'c', 'd'], 100],
  ])('are found in the order of reading with each shelf read once: %s', async (_, ids, count) => {
    const all = ids.flatMap((id) => parts(count, id));
    const store = createTextStore(folder, 'code');
    const told = await store.inspect(all);
    const places = new Map(all.map(({ path }, i) => [path, told[i]?.stored ?? '']));
    const found: unknown[] = [];
    for (const { path } of parts(count).flatMap((_, i) => ids.map((id) => part(i + 1, id)))) {
      const stored = places.get(path) ?? '';
      found.push(await store.find(stored));
      // Who comes back to a shelf finds nothing.
      await rm(join(folder, shelfOf(stored)), { force: true });
    }
    expect(found).not.toContain(undefined);
  });

  it('lie on shelves of at most 64', async () => {
    const told = await createTextStore(folder, 'code').inspect(parts(500));
    const shelves = Map.groupBy(told, ({ stored }) => shelfOf(stored));
    const sizes = [...shelves.values()].map((on) => on.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
    expect(sizes.length).toBeLessThan(30);
  });
});

describe('texts that are recalled', () => {
  it('are told of, known or not, and leave what is remembered as it is', async () => {
    const all = bodies(20);
    const told = await createTextStore(folder, 'code').inspect(all);
    const store = createTextStore(folder, 'code');
    const changed = { path: 's1/1.md', markdown: '書きかけ。', language: 'ja', breaks: true };
    expect(await store.recall([changed])).toEqual([inspectBody(changed)]);
    expect(await createTextStore(folder, 'code').inspect(all)).toEqual(told);
  });
});
