import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexPage } from '#src/search/index-page.ts';
import { findInText, lengthOnPage } from '#src/search/query/find-in-text.ts';
import { queryTerms } from '#src/search/query/fold.ts';
import { fromKeptText, toKeptText, type ListedEpisode } from '#src/search/query/manifest.ts';
import {
  bestOccurrence,
  excerptOf,
  passagesInIndex,
  passagesInText,
  pieceOf,
  placesBeside,
  type Passages,
} from '#src/search/query/passage.ts';
import { passageHash, readPassageHash } from '#src/search/query/passage-address.ts';
import { weights } from '#src/search/query/weight.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';
import { episodes, words } from './arbitrary-episodes.ts';
import { anywhere, episodeOf, indexed, textOf } from './indexed.ts';

/** The blocks of an episode as its page shows them: its own title first. */
function shownBlocks({ title, hasOwnTitle, blocks }: SearchableEpisode) {
  return hasOwnTitle ? [title, ...blocks] : blocks;
}

describe('a place in the index', () => {
  it('is one that the text shows, in the same order and number', async () => {
    await fc.assert(
      fc.asyncProperty(
        episodes,
        fc.array(words, { minLength: 1, maxLength: 8 }),
        async (all, some) => {
          const find = await indexed(all);
          for (const query of [...some, some.join(' ')]) {
            for (const found of await find(query)) {
              const episode = all[found.number] ?? episodeOf([]);
              const { terms, occurrences } = known(passagesInIndex(found));
              let start = 0;
              for (const block of shownBlocks(episode)) {
                const end = start + lengthOnPage(block);
                const inBlock = occurrences.filter(
                  ({ position }) => position >= start && position < end,
                );
                const shown = findInText(block, terms);
                expect([query, block, shown.length]).toEqual([query, block, inBlock.length]);
                start = end;
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is told by the text as by the index, with all that is shown of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        episodes,
        fc.array(words, { minLength: 1, maxLength: 8 }),
        async (all, some) => {
          const find = await indexed(all);
          for (const query of [...some, some.join(' ')]) {
            for (const found of await find(query)) {
              const episode = all[found.number] ?? episodeOf([]);
              const told = passagesInText(found, textOf(episode));
              const inIndex = known(passagesInIndex(found));
              expect(told.terms).toEqual(inIndex.terms);
              expect(told.occurrences.map(withoutWeight)).toEqual(
                inIndex.occurrences.map(withoutWeight),
              );
              expect(bestOccurrence(told)).toBe(bestOccurrence(inIndex));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('belongs to the piece that holds its block', async () => {
    const long = Array.from({ length: 40 }, (_, i) => `${'あ'.repeat(400)}第${i}段`);
    const episode = episodeOf(long);
    const { pieces } = indexPage(episode);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.flatMap(({ blocks }) => blocks)).toEqual(long.map((text) => ({ text })));
    const find = await indexed([episode]);
    for (const i of [0, 13, 39]) {
      const [found] = await find(`第${i}段`);
      if (found === undefined) throw new Error('not found');
      const passages = known(passagesInIndex(found));
      const listed = { pieces: pieces.map(({ position }) => position) };
      const piece = pieceOf(passages, 0, listed) ?? -1;
      const { blocks = [], position = 0 } = pieces[piece] ?? {};
      const excerpt = excerptOf(passages, 0, blocks, position, 20);
      expect(excerpt.filter(({ isMatch }) => isMatch)).toEqual([
        { text: `第${i}段`, isMatch: true },
      ]);
    }
  });
});

function known(passages: Passages | undefined): Passages {
  if (passages === undefined) throw new Error('the index does not know the places');
  return passages;
}

function withoutWeight({ term, position }: Passages['occurrences'][number]) {
  return { term, position };
}

describe('the place that is shown of an episode', () => {
  const found = (
    ...places: readonly (readonly [term: number, position: number, weight?: number])[]
  ): Pick<Passages, 'occurrences'> => ({
    occurrences: places.map(([term, position, weight = weights.text]) => ({
      ...{ term, position, weight: weight as Passages['occurrences'][number]['weight'] },
    })),
  });

  it('is the first in the text rather than in the title', () => {
    expect(bestOccurrence(found([0, 0, weights.title], [0, 40], [0, 80]))).toBe(1);
  });

  it('is where all terms stand nearest to each other', () => {
    expect(bestOccurrence(found([0, 10], [1, 90], [0, 300], [1, 310], [0, 900]))).toBe(2);
  });

  it('is the first of the text where a term stands in the title alone', () => {
    expect(bestOccurrence(found([0, 0, weights.title], [1, 40]))).toBe(1);
    expect(bestOccurrence(found([0, 0, weights.title]))).toBe(0);
  });

  it('leaves out of the others what is seen around one', () => {
    expect(placesBeside(found([0, 0], [0, 10], [0, 200], [0, 210], [0, 400]), 0)).toEqual([2, 4]);
    expect(placesBeside(found([0, 0], [0, 10], [0, 200], [0, 210], [0, 400]), 2)).toEqual([0, 4]);
  });
});

describe('the address of a passage', () => {
  it.each(['城壁', 'a&b=c#d', '100%', '前編①', '"', 'over and over', 'he said "no"'])(
    'holds the terms of %s',
    (query) => {
      const terms = anywhere(queryTerms(query));
      const read = readPassageHash(passageHash(terms, 7));
      expect(queryTerms(read?.query ?? '')).toEqual(queryTerms(query));
      expect(read?.nth).toBe(7);
    },
  );

  it.each([
    ['#find=a&nth=-3', { query: 'a', nth: 0 }],
    ['#find=a&nth=x', { query: 'a', nth: 0 }],
    ['#find=a', { query: 'a', nth: 0 }],
    ['#contents', undefined],
    ['', undefined],
  ])('is read with care: %s', (hash, expected) => {
    expect(readPassageHash(hash)).toEqual(expected);
  });
});

it('a text is kept and read back with its readings', () => {
  const text = { text: '城壁と門', readings: [{ start: 0, end: 2, reading: 'じょうへき' }] };
  const plain = { text: '門', readings: [] };
  for (const one of [text, plain]) {
    expect(
      fromKeptText(JSON.parse(JSON.stringify(toKeptText(one))) as ListedEpisode['title']),
    ).toEqual(one);
  }
});
