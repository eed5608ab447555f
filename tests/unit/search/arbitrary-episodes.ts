import fc from 'fast-check';
import { foldText } from '#src/search/query/fold.ts';
import type { Readable } from '#src/search/query/read-aloud.ts';
import type { SearchableEpisode } from '#src/search/searchable-episode.ts';
import { episodeOf } from './indexed.ts';

/** Few characters, so that chance finds them side by side; some fold to others, or to nothing. */
const character = fc.constantFrom(
  ...[
    'あ',
    'い',
    '漢',
    '字',
    '𠮟',
    '葛󠄀',
    'ｶﾞ',
    'ガ',
    'か\u3099',
    'が',
    'Ａ',
    'a',
    'ﬁ',
    'ㄱㅏ',
    '゛',
    '’',
    "'",
  ],
  ...[
    '1',
    '１',
    '①',
    '。',
    '！？',
    '\u3000',
    ' ',
    '\n',
    '\u200d',
    '😀',
    '👩‍👩‍👧',
    'ΣΣ',
    'ς',
    'İ',
    'é',
    '\u3040',
  ],
);
export const words = fc.array(character, { minLength: 1, maxLength: 9 }).map((all) => all.join(''));

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

export const episodes: fc.Arbitrary<readonly SearchableEpisode[]> = fc.array(
  fc
    .record({ title: block, hasOwnTitle: fc.boolean(), blocks: fc.array(block, { maxLength: 5 }) })
    .map(({ blocks, ...said }) => episodeOf(blocks, said)),
  { minLength: 1, maxLength: 6 },
);
