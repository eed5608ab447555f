import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn } from '#src/integration/folders.ts';
import { loadContent } from '#src/integration/load-content.ts';
import { hasErrors } from '#src/diagnostics/has-errors.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';
import type { Contender } from '../../../../scripts/bench/contenders/contender.ts';
import { writeCorpus } from '../../../../scripts/bench/corpus/write-corpus.ts';
import type { CorpusShape } from '../../../../scripts/bench/corpus/corpus.ts';
import { editNames, type EditName } from '../../../../scripts/bench/edits.ts';
import { measureRounds } from '../../../../scripts/bench/rounds.ts';

const small = { seed: 1, episodes: 12, perSeries: 4, length: 300, images: 0 };
const lone = { seed: 1, episodes: 4, perSeries: 4, length: 300, images: 0 };

/** Has a file more with each build, and keeps a copy of the content beside. */
const build = `
  const { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } = require('fs');
  for (const folder of ['out', 'memory']) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/' + readdirSync(folder).length, '');
  }
  cpSync('content', 'builds/' + (existsSync('builds') ? readdirSync('builds').length : 0), { recursive: true });
`;

function contenderIn(folder: string): Contender {
  return {
    name: 'copy',
    contentDir: join(folder, 'content'),
    takes: (path) => path !== 'about.md',
    outDir: join(folder, 'out'),
    memories: [join(folder, 'memory')],
    build: { file: process.execPath, args: ['-e', build], cwd: folder, env: {} },
  };
}

async function run(shape: CorpusShape, edits: readonly EditName[], rounds: number) {
  const folder = await temporaryFolder('rounds');
  const corpus = join(folder, 'corpus');
  await writeCorpus(corpus, shape);
  const contenders = [contenderIn(folder)];
  const told: string[] = [];
  const measurements = await measureRounds({
    ...{ shape, corpus, contenders, edits, rounds },
    aside: join(folder, 'aside'),
    tell: ({ edit, round }) => told.push(`${round} ${edit}`),
  });
  const seen = (build: number) => join(folder, 'builds', String(build));
  return { folder, told, measurements, seen };
}

async function episodesIn(contentDir: string) {
  const workDir = join(contentDir, '_work');
  const now = Date.UTC(2026, 0, 1);
  const loaded = await loadContent({ contentDir, publicDir: workDir, workDir, now });
  expect(hasErrors(loaded.findings)).toBe(false);
  const episodes = loaded.manuscript?.episodes ?? [];
  return new Map(episodes.map(({ path, digest, title }) => [path, { digest, title }]));
}

describe('rounds', () => {
  it('build the corpus as it was made, and after one edit and then another', async () => {
    const { told, measurements, seen } = await run(small, editNames, 2);
    expect(told).toEqual([1, 2].flatMap((round) => editNames.map((edit) => `${round} ${edit}`)));
    expect(measurements).toHaveLength(2 * editNames.length);
    for (const first of [0, editNames.length]) {
      const [cold, nothing, body, title, add, remove] = await Promise.all(
        editNames.map((_, place) => episodesIn(seen(first + place))),
      );
      expect(cold?.size).toBe(small.episodes);
      expect(nothing).toEqual(cold);
      expect(changed(nothing, body)).toEqual(['s0002/0003.md']);
      expect(changed(body, title)).toEqual(['s0002/0002.md']);
      expect(title?.get('s0002/0002.md')?.title).toBe('改められた題');
      expect(changed(title, add)).toEqual(['s0001/0005.md']);
      expect(add?.size).toBe(small.episodes + 1);
      expect(changed(add, remove)).toEqual(['s0003/0004.md']);
      expect(remove?.size).toBe(small.episodes);
    }
  });

  it('begin with another contender each', async () => {
    const folder = await temporaryFolder('turns');
    const corpus = join(folder, 'corpus');
    await writeCorpus(corpus, lone);
    const contenders = await Promise.all(
      ['a', 'b', 'c'].map(async (name) => {
        await mkdir(join(folder, name));
        return { ...contenderIn(join(folder, name)), name };
      }),
    );
    const measurements = await measureRounds({
      ...{ shape: lone, corpus, contenders, edits: ['cold'], rounds: 4 },
      aside: join(folder, 'aside'),
      tell: () => undefined,
    });
    expect(measurements.map(({ contender }) => contender).join('')).toBe('abcbcacababc');
  });

  it('leave no error in a series that is alone', async () => {
    const { seen } = await run(lone, editNames, 1);
    expect([...(await episodesIn(seen(editNames.length - 1))).keys()]).toEqual(
      ['0001', '0002', '0003', '0005'].map((name) => `s0001/${name}.md`),
    );
  });

  it('begin with a cold build even where another is measured', async () => {
    const { told, measurements } = await run(lone, ['body'], 1);
    expect(told).toEqual(['1 cold', '1 body']);
    expect(measurements.map(({ edit }) => edit)).toEqual(['body']);
  });

  it('build cold without what was built before, which is put aside and not removed', async () => {
    const { folder, measurements } = await run(lone, ['cold', 'nothing'], 2);
    expect(measurements.map(({ output }) => output.all.files)).toEqual([1, 2, 1, 2]);
    const put = filesIn(join(folder, 'aside')).map((path) => path.split('/').slice(1).join('/'));
    expect(put.toSorted()).toEqual(['memory/0', 'memory/1', 'out/0', 'out/1']);
  });

  it('give a contender what it takes, and no more', async () => {
    const { seen } = await run(lone, ['cold'], 1);
    await expect(readFile(join(seen(0), 'site.yaml'), 'utf8')).resolves.toContain('title');
    await expect(readFile(join(seen(0), 'about.md'))).rejects.toThrow('ENOENT');
  });
});

type Episodes = Awaited<ReturnType<typeof episodesIn>> | undefined;

/** The paths of what is there once only, or is not the same. */
function changed(before: Episodes, after: Episodes): readonly string[] {
  const paths = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...paths].filter((path) => before?.get(path)?.digest !== after?.get(path)?.digest);
}
