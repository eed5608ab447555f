import { expect, it } from 'vitest';
import { japaneseWords, suggestWord, translated } from '#src/manuscript/japanese-words.ts';
import { numeralStyles, presetNames } from '#src/manuscript/manuscript.ts';
import { episodeKinds, episodeSchema } from '#src/manuscript/schemas/episode.ts';
import { seriesSchema } from '#src/manuscript/schemas/series.ts';
import { siteSchema } from '#src/manuscript/schemas/site.ts';

const known = [
  ...Object.keys(siteSchema.shape),
  ...Object.keys(seriesSchema.shape),
  ...Object.keys(episodeSchema('UTC').shape),
  ...['name', 'reading', 'note', 'full', 'summary'],
  ...['ongoing', 'complete', 'hiatus', 'horizontal', 'vertical'],
  ...[...episodeKinds, ...presetNames, ...numeralStyles],
];

it.each(japaneseWords)('%s stands for something that there is', (word) => {
  expect(translated(word, known)).toBeDefined();
});

it('a word stands only for what may stand in its place', () => {
  expect(translated('完結', ['ongoing', 'complete'])).toBe('complete');
  expect(translated('完結', ['title'])).toBeUndefined();
  expect(translated(' ﾀｲﾄﾙ ', ['title'])).toBe('title');
  expect(suggestWord('tilte', ['title'])).toBe('title');
  expect(suggestWord('constructor', ['title'])).toBeUndefined();
});
