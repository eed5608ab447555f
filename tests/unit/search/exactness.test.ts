import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#src/search/query/fold.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';
import { episodeOf, indexed, plainSearch, textsOf } from './indexed.ts';

const runs = (search: Awaited<ReturnType<typeof indexed>>) => async (query: string) =>
  (await search(query)).map(({ page }) => page);

/** Few characters, so that chance finds them side by side; some fold to others, or to nothing. */
const character = fc.constantFrom(
  ...['あ', 'い', '漢', '字', '𠮟', '葛󠄀', 'ｶﾞ', 'ガ', 'か\u3099', 'が', 'Ａ', 'a', 'ﬁ', 'ㄱㅏ'],
  ...['1', '１', '①', '。', '！？', '\u3000', ' ', '\n', '\u200d', '😀', '👩‍👩‍👧', 'ΣΣ', 'ς', 'İ', 'é'],
);
const words = fc.array(character, { minLength: 1, maxLength: 9 }).map((all) => all.join(''));

/** A reading is always something that is read. */
const seen = words.filter((text) => foldText(text) !== '');

const block: fc.Arbitrary<Readable> = fc
  .array(fc.tuple(words, fc.option(seen, { nil: undefined, freq: 2 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => {
    let text = '';
    const readings: { start: number; end: number; reading: string }[] = [];
    for (const [piece, reading] of pieces) {
      const start = text.length;
      text += piece;
      if (reading !== undefined) readings.push({ start, end: text.length, reading });
    }
    return { text, readings };
  });

const episodes: fc.Arbitrary<readonly SearchableEpisode[]> = fc.array(
  fc
    .record({ title: block, hasOwnTitle: fc.boolean(), blocks: fc.array(block, { maxLength: 5 }) })
    .map(({ blocks, ...said }) => episodeOf(blocks, said)),
  { minLength: 1, maxLength: 6 },
);

describe('search', () => {
  it('finds what a search through the text finds, whatever the text and the query', async () => {
    await fc.assert(
      fc.asyncProperty(episodes, fc.array(words, { maxLength: 12 }), async (all, queries) => {
        const find = runs(await indexed(all, 20));
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
      { numRuns: 60 },
    );
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
    const places = async (query: string) => (await find(query))[0]?.occurrences.length;
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
