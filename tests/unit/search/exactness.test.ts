import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { episodes, words } from './arbitrary-episodes.ts';
import { episodeOf, indexed, plainSearch, textsOf } from './indexed.ts';

const runs = (search: Awaited<ReturnType<typeof indexed>>) => async (query: string) =>
  (await search(query)).map(({ number }) => number);

describe('search', () => {
  it.each([
    ['of grams of two', 2],
    ['of grams of three', 3],
  ] as const)(
    'finds in an index %s what a search through the text finds',
    async (_, gramLength) => {
      await fc.assert(
        fc.asyncProperty(episodes, fc.array(words, { maxLength: 12 }), async (all, queries) => {
          const find = runs(await indexed(all, { files: 3, gramLength }));
          const held = all.flatMap(textsOf).filter((text) => text !== '');
          const parts = held.flatMap((text) => [
            text,
            Array.from(text).slice(1).join(''),
            Array.from(text)[0] ?? '',
          ]);
          for (const query of [...queries, ...parts, held.join(' ')]) {
            expect([query, await find(query)]).toEqual([query, plainSearch(all, query)]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('finds what no script has: code points without a character', async () => {
    const find = runs(await indexed([episodeOf(['あ\u3040い', '\u3040']), episodeOf(['あい'])]));
    expect(await find('\u3040')).toEqual([0]);
    expect(await find('あ\u3040い')).toEqual([0]);
    expect(await find('あい')).toEqual([1]);
  });

  it('never finds a term across two blocks, or half in a reading and half in its base', async () => {
    const find = runs(
      await indexed([
        episodeOf(['東京', '大阪']),
        episodeOf([{ text: '漢字', readings: reading(0, 1, 'かん') }]),
        episodeOf([{ text: '漢字', readings: [...reading(0, 1, 'かん'), ...reading(1, 2, 'じ')] }]),
      ]),
    );
    expect(await find('東京')).toEqual([0]);
    expect(await find('京大')).toEqual([]);
    expect(await find('東京大阪')).toEqual([]);
    expect(await find('東京 大阪')).toEqual([0]);
    expect(await find('漢字')).toEqual([1, 2]);
    expect(await find('かん字')).toEqual([1]);
    expect(await find('漢じ')).toEqual([]);
    expect(await find('かんじ')).toEqual([2]);
  });

  it('tells places of the text from those of a reading, each once', async () => {
    const text = '城壁と城壁と門';
    const find = await indexed([episodeOf([{ text, readings: reading(0, 2, 'じょうへき') }])]);
    const places = async (query: string) => (await find(query))[0]?.terms[0]?.occurrences?.length;
    expect(await places('城壁')).toBe(2);
    expect(await places('と')).toBe(2);
    expect(await places('じょうへきと城壁')).toBe(1);
    expect(await places('へ')).toBe(1);
    expect(await places('門')).toBe(1);
  });

  it('finds nothing for a query without a term', async () => {
    const find = runs(await indexed([episodeOf(['東京'])]));
    expect(await find('')).toEqual([]);
    expect(await find(' \u3000\n')).toEqual([]);
  });
});

function reading(start: number, end: number, said: string) {
  return [{ start, end, reading: said }];
}
