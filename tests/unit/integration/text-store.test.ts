import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectBody } from '#src/integration/inspect-body.ts';
import { createTextStore } from '#src/integration/text-store.ts';
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
      expect(await next.find(stored)).toEqual({ text: facts.text, forms, searchBlocks });
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
