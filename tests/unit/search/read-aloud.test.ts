import { expect, it } from 'vitest';
import { readAloud } from '#src/search/query/read-aloud.ts';

it('puts every reading in the place of its base, and tells what stands for what', () => {
  const text = '彼は漢字と東京だ';
  const { text: aloud, stretches } = readAloud({
    text,
    readings: [
      { start: 2, end: 4, reading: 'かんじ' },
      { start: 5, end: 7, reading: 'とうきょう' },
    ],
  });
  expect(aloud).toBe('彼はかんじととうきょうだ');
  const pairs = stretches.map(({ start, end, of, isReading }) => [
    aloud.slice(start, end),
    text.slice(of.start, of.end),
    isReading,
  ]);
  expect(pairs).toEqual([
    ['彼は', '彼は', false],
    ['かんじ', '漢字', true],
    ['と', 'と', false],
    ['とうきょう', '東京', true],
    ['だ', 'だ', false],
  ]);
});
