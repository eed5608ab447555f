import fc from 'fast-check';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '#src/integration/load-content.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { corpusTexts, type CorpusShape } from '../../../../scripts/bench/corpus/corpus.ts';
import { writeCorpus } from '../../../../scripts/bench/corpus/write-corpus.ts';

const usual: CorpusShape = { seed: 1, episodes: 60, perSeries: 10, length: 2570, images: 0 };
const now = Date.UTC(2026, 0, 1);

async function written(shape: CorpusShape): Promise<string> {
  const folder = await temporaryFolder('corpus');
  await writeCorpus(folder, shape);
  return folder;
}

function load(contentDir: string) {
  const workDir = join(contentDir, '_work');
  return loadContent({ contentDir, publicDir: join(workDir, 'public'), workDir, now });
}

/** What stands below the frontmatter of each text, in code points. */
function lengths(shape: CorpusShape): readonly number[] {
  return [...corpusTexts(shape)]
    .filter(({ path }) => path.includes('/') && path.endsWith('.md'))
    .map(({ text }) => Array.from(text.slice(text.indexOf('\n---\n') + '\n---\n\n'.length)).length);
}

describe('a corpus', () => {
  it('is the same for a seed, to the byte, images included', async () => {
    const shape = { ...usual, images: 8 };
    const [one, other] = [await written(shape), await written(shape)];
    const names = (await readdir(one, { recursive: true })).filter((name) => name.includes('.'));
    expect(names).toHaveLength(60 + 6 + 2 + 8);
    for (const name of names) {
      expect(await readFile(join(one, name))).toEqual(await readFile(join(other, name)));
    }
  });

  it('is another for another seed', () => {
    const texts = (seed: number) =>
      [...corpusTexts({ ...usual, seed })]
        .filter(({ path }) => path.includes('/'))
        .map(({ text }) => text);
    const known = new Set(texts(1));
    expect(texts(2).filter((text) => known.has(text))).toEqual([]);
  });

  it('has as many texts as were asked for, all of them public, and no findings', async () => {
    const shapes = fc.record({
      seed: fc.nat(1000),
      episodes: fc.integer({ min: 1, max: 45 }),
      perSeries: fc.integer({ min: 1, max: 30 }),
      length: fc.integer({ min: 300, max: 4000 }),
      images: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const { manuscript, findings } = await load(await written(shape));
        expect(findings).toEqual([]);
        expect(manuscript?.episodes).toHaveLength(shape.episodes);
        expect(manuscript?.images).toHaveLength(shape.images);
        expect(manuscript?.episodes.filter(({ date }) => (date ?? now) >= now)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('may be one long series in arcs', async () => {
    const shape = { ...usual, episodes: 400, perSeries: 400, length: 300 };
    const { manuscript, findings } = await load(await written(shape));
    expect(findings).toEqual([]);
    expect(manuscript?.series.map(({ arcs }) => arcs.length)).toEqual([8]);
  });

  it('has episodes of different lengths, which are on the average what was asked for', () => {
    for (const shape of [usual, { ...usual, episodes: 4, length: 100_000 }]) {
      const found = lengths(shape);
      const mean = found.reduce((sum, length) => sum + length, 0) / found.length;
      expect(Math.abs(mean / shape.length - 1)).toBeLessThan(0.02);
      expect(Math.max(...found)).toBeGreaterThan(1.15 * shape.length);
      expect(Math.min(...found)).toBeLessThan(0.85 * shape.length);
    }
  });

  it('has every notation, and thousands of words of which few are common', () => {
    const text = [...corpusTexts({ ...usual, episodes: 200 })].map((file) => file.text).join('\n');
    const notations = {
      ruby: /[^｜|]\p{Script=Han}+《\p{Script=Hiragana}+》/u,
      bar: /｜\p{Script=Han}+《/u,
      'half-width bar': /\|\p{Script=Han}+《/u,
      braces: /\{\p{Script=Han}+\|\p{Script=Hiragana}+\}/u,
      'a reading for each kanji': /\{\p{Script=Han}{2,}(?:\|\p{Script=Hiragana}+){2,}\}/u,
      gloss: /｜\p{Script=Han}+《\p{Script=Katakana}+/u,
      dots: /《《\p{Script=Han}+》》/u,
      'a reading of dots': /《・+》/u,
      'literal bracket': /｜《\p{Script=Han}/u,
      heading: /^## /m,
      list: /^- /m,
      'numbered list': /^1\. /m,
      quotation: /^> /m,
      emphasis: /\*\*\p{Script=Han}/u,
      'scene break': /^[＊◇※†]/m,
      rule: /^\*\*\*$/m,
      dialogue: /^「.*」$/m,
      link: /\]\(\.\/\d+\.md\)/,
      'link to another series': /\]\(\.\.\/s\d+\/\d+\.md\)/,
      extra: /^kind: extra$/m,
      foreword: /^foreword: /m,
      afterword: /^afterword: /m,
      arcs: /^arcs:$/m,
    };
    const missing = Object.entries(notations).filter(([, pattern]) => !pattern.test(text));
    expect(missing).toEqual([]);
    const counts = new Map<string, number>();
    for (const [word] of text.matchAll(/\p{Script=Han}{2,3}/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(3000);
    const often = [...counts.values()].sort((a, b) => b - a);
    expect(often[10] ?? 0).toBeGreaterThan(20 * (often[2500] ?? 0));
  });
});
