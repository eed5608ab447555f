import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManuscriptReader, readManuscript } from '#src/manuscript/read-manuscript.ts';
import type { Body } from '#src/manuscript/tools.ts';
import { markdown, tools, withContent } from './reading-tools.ts';

describe('createManuscriptReader', () => {
  it('tells after each change what is told of the folder as it stands', async () => {
    const change = fc.tuple(fc.constantFrom(...paths), fc.option(fc.constantFrom(...contents)));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        await withContent({}, async (folder) => {
          const reader = createManuscriptReader(folder, tools);
          await reader.read();
          for (const [path, content] of changes) {
            await write(folder, path, content);
            expect(await reader.read()).toEqual(await readManuscript(folder, tools));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('inspects what has changed alone, and keeps the other entries', async () => {
    await withContent({ 'kiri/02.md': markdown('order: 2\ndate: 2026-04-02') }, async (folder) => {
      const inspected: Body[] = [];
      const reader = createManuscriptReader(folder, {
        ...tools,
        inspectBodies(bodies) {
          inspected.push(...bodies);
          return tools.inspectBodies(bodies);
        },
      });
      const before = await reader.read();
      expect(inspected.map(({ path }) => path)).toEqual(['kiri/01.md', 'kiri/02.md']);
      inspected.length = 0;
      await writeFile(join(folder, 'kiri/02.md'), markdown('order: 2\ndate: 2026-04-02', '夜。'));
      const after = await reader.read();
      expect(inspected).toEqual([
        { path: 'kiri/02.md', markdown: '\n夜。', language: 'ja', breaks: true },
      ]);
      expect(after.manuscript?.episodes[0]).toBe(before.manuscript?.episodes[0]);
      expect(after.manuscript?.episodes[1]).not.toBe(before.manuscript?.episodes[1]);
    });
  });

  it('inspects all bodies of a series anew whose language has changed', async () => {
    await withContent({}, async (folder) => {
      const languages: string[] = [];
      const reader = createManuscriptReader(folder, {
        ...tools,
        inspectBodies(bodies) {
          languages.push(...bodies.map(({ language }) => language));
          return tools.inspectBodies(bodies);
        },
      });
      await reader.read();
      await writeFile(join(folder, 'kiri/series.yaml'), 'title: Fog\nlanguage: en\n');
      await reader.read();
      expect(languages).toEqual(['ja', 'en']);
    });
  });

  it('reads again after an inspection that failed', async () => {
    await withContent({}, async (folder) => {
      let fails = true;
      const reader = createManuscriptReader(folder, {
        ...tools,
        inspectBodies: (bodies) =>
          fails ? Promise.reject(new Error('no worker')) : tools.inspectBodies(bodies),
      });
      await expect(reader.read()).rejects.toThrow('no worker');
      fails = false;
      expect(await reader.read()).toEqual(await readManuscript(folder, tools));
    });
  });
});

const paths = [
  ...['site.yaml', 'about.md', 'kiri/series.yaml', 'kiri/01.md', 'kiri/02.md', 'kiri/a.png'],
  ...['yoru/series.yaml', 'yoru/01.md'],
];

const contents = [
  markdown('order: 1\ndate: 2026-04-01', '![](a.png) [次](02.md)\n'),
  markdown('order: 2\ndate: 2026-04-02\nimage: a.png\nslug: yoru'),
  markdown('order: 1\ndate: 2026-04-01\nforeword: 前へ[前](./01.md)。', ''),
  markdown('title: このサイト'),
  'title: 夜\nurl: https://example.org/\nlanguage: en\n',
  'title: 夜\nimage: a.png\naliases: [kiri]\nbreaks: false\n',
  'title: [',
  '\u0089PNG IEND',
];

/** Writes a file, or takes it away. */
async function write(folder: string, path: string, content: string | null): Promise<void> {
  const absolute = join(folder, path);
  await mkdir(dirname(absolute), { recursive: true });
  await (content === null
    ? rm(absolute, { force: true })
    : writeFile(absolute, Buffer.from(content, path.endsWith('.png') ? 'latin1' : 'utf8')));
}
