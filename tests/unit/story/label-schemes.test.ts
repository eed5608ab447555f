import { describe, expect, it } from 'vitest';
import type { LabelSetting, NumeralStyle, PresetName } from '#src/manuscript/manuscript.ts';
import { episode, episodes, extra } from '#tests/support/manuscript.ts';
import { lineSeenFrom, ownMarks, toldSeries } from '#tests/support/told-series.ts';

describe('the presets beside zenpen', () => {
  const finished = (name: PresetName) =>
    toldSeries([...episodes(3), episode(10), episode(11)], {
      status: 'complete',
      labels: preset(name),
    });

  it.each([
    ['wa', '第1話 第2話 第3話 第10話 第11話'],
    ['sono', 'その1 その2 その3 その10 その11'],
    ['maru', '① ② ③ ⑩ 11'],
    ['part', 'Part 1,Part 2,Part 3,Part 10,Part 11'],
  ] as const)('%s have no final word', (name, marks) => {
    expect(ownMarks(finished(name))).toEqual(marks.split(name === 'part' ? ',' : ' '));
  });

  it.each([
    ['wa', '第1話 ←第2話 / →第10話 →第11話'],
    ['sono', 'その1 ←その2 / →その10 →その11'],
    ['maru', '① ←② / →⑩ →11'],
    ['part', 'Part 1 ←Part 2 / →Part 10 →Part 11'],
  ] as const)('%s reads the same from every standpoint, but for the arrows', (name, line) => {
    expect(lineSeenFrom(finished(name), 3)).toBe(line);
  });

  it.each([
    ['wa', '第5.5話'],
    ['sono', 'その5.5'],
    ['maru', '5.5'],
    ['part', 'Part 5.5'],
  ] as const)('%s writes a decimal plainly', (name, mark) => {
    const told = toldSeries([episode(5), episode(5.5)], { labels: preset(name) });
    expect(ownMarks(told).at(1)).toBe(mark);
  });
});

describe('the numerals of a preset', () => {
  it.each([
    ['circled-10', '前編① 続編⑩ 続編11 続編20 続編21 続編50 完結編51'],
    ['circled-20', '前編① 続編⑩ 続編⑪ 続編⑳ 続編21 続編50 完結編51'],
    ['circled-50', '前編① 続編⑩ 続編⑪ 続編⑳ 続編㉑ 続編㊿ 完結編51'],
    ['arabic', '前編1 続編10 続編11 続編20 続編21 続編50 完結編51'],
    ['kanji', '前編一 続編十 続編十一 続編二十 続編二十一 続編五十 完結編五十一'],
    ['fullwidth', '前編１ 続編１０ 続編１１ 続編２０ 続編２１ 続編５０ 完結編５１'],
    ['none', '前編 続編 続編 続編 続編 続編 完結編'],
  ] as const)('can be %s', (numerals, marks) => {
    const told = toldSeries(
      [1, 10, 11, 20, 21, 50, 51].map((order) => episode(order)),
      {
        status: 'complete',
        labels: preset('zenpen', numerals),
      },
    );
    expect(ownMarks(told).join(' ')).toBe(marks);
  });

  it('stand where the preset puts them', () => {
    const told = toldSeries(episodes(2), { labels: preset('wa', 'kanji') });
    expect(ownMarks(told)).toEqual(['第一話', '第二話']);
  });

  it('are those of its extras too', () => {
    const told = toldSeries([...episodes(1), extra(1, 'a'), extra(1, 'b')], {
      labels: preset('zenpen', 'kanji'),
    });
    expect(ownMarks(told).slice(1)).toEqual(['番外編一', '番外編二']);
  });
});

describe('a scheme of words by place', () => {
  const said = { first: '上', middle: '中', last: '下' };

  it('has the last word on the last part of a complete series only', () => {
    const labels = absolute({ ...said, numerals: 'none' });
    const marks = (status: 'ongoing' | 'complete', count: number) =>
      ownMarks(toldSeries(episodes(count), { status, labels })).join(' ');
    expect(marks('complete', 3)).toBe('上 中 下');
    expect(marks('complete', 2)).toBe('上 下');
    expect(marks('complete', 4)).toBe('上 中 中 下');
    expect(marks('ongoing', 3)).toBe('上 中 中');
    expect(marks('ongoing', 2)).toBe('上 中');
  });

  it('is the same from everywhere', () => {
    const labels = absolute({ ...said, numerals: 'none' });
    const told = toldSeries(episodes(4), { status: 'complete', labels });
    expect([1, 2, 3, 4].map((order) => lineSeenFrom(told, order))).toEqual([
      '/ →中 →中 →下',
      '上 / →中 →下',
      '上 ←中 / →下',
      '上 ←中 ←中 /',
    ]);
  });

  it('calls the first and the last like the others where it has no word for them', () => {
    const labels = absolute({ middle: '回', numerals: 'arabic' });
    const told = toldSeries(episodes(3), { status: 'complete', labels });
    expect(ownMarks(told)).toEqual(['回1', '回2', '回3']);
  });

  it('has numerals where it names a style', () => {
    const labels = absolute({ ...said, numerals: 'arabic' });
    const told = toldSeries(episodes(3), { status: 'complete', labels });
    expect(ownMarks(told)).toEqual(['上1', '中2', '下3']);
  });
});

describe('a scheme of words by standpoint', () => {
  const labels = relative({ before: 'Before', after: 'After', final: 'End', format: '{word} {n}' });

  it('follows the table of zenpen with its own words', () => {
    const told = toldSeries(episodes(4), { status: 'complete', labels });
    expect(ownMarks(told)).toEqual(['Before ①', 'After ②', 'After ③', 'End ④']);
    expect([1, 2, 3, 4].map((order) => lineSeenFrom(told, order))).toEqual([
      '/ →After ② →After ③ →End ④',
      'Before ① / →After ③ →End ④',
      'Before ① ←Before ② / →End ④',
      'Before ① ←Before ② ←Before ③ /',
    ]);
  });

  it('calls the last part like any later one where it has no final word', () => {
    const plain = relative({ before: '前', after: '後' });
    const told = toldSeries(episodes(3), { status: 'complete', labels: plain });
    expect(ownMarks(told)).toEqual(['前①', '後②', '後③']);
    expect(lineSeenFrom(told, 1)).toBe('/ →後② →後③');
  });

  it('has no final word while the series goes on', () => {
    expect(lineSeenFrom(toldSeries(episodes(2), { labels }), 1)).toBe('/ →After ②');
  });
});

describe('a format', () => {
  const mark = (format: string, word: string, numerals: NumeralStyle) =>
    ownMarks(toldSeries(episodes(2), { labels: relative({ before: word, format, numerals }) }))[0];

  it.each([
    ['{word}{n}', '前①'],
    ['{n}{word}', '①前'],
    ['{word}・第{n}回', '前・第①回'],
    ['〈{n}〉{word}', '〈①〉前'],
    ['{n}{word}{n}', '①前①'],
    ['{word}{n}{word}{n}', '前①前①'],
    ['{n}', '①'],
    ['{word}', '前'],
  ])('%s puts word and numeral where it says', (format, label) => {
    expect(mark(format, '前', 'circled-10')).toBe(label);
  });

  it('leaves its own text alone where there is no numeral', () => {
    expect(mark('{word}の巻', '前', 'none')).toBe('前の巻');
    expect(mark('{word}{n}', '前', 'none')).toBe('前');
  });

  it.each(['$&', '$1', "$'", '$$', '{n}', '{word}', '{word}{n}', '\\'])(
    'takes the word %s as it is',
    (word) => {
      expect(mark('{word}/{n}', word, 'arabic')).toBe(`${word}/1`);
      expect(mark('{n}/{word}', word, 'arabic')).toBe(`1/${word}`);
      expect(mark('{word}/{word}', word, 'arabic')).toBe(`${word}/${word}`);
    },
  );

  it.each(['$&', '$1', '$$'])('takes %s in itself as it is', (text) => {
    expect(mark(`${text}{word}${text}{n}${text}`, '前', 'arabic')).toBe(`${text}前${text}1${text}`);
  });
});

function preset(name: PresetName, numerals?: NumeralStyle): LabelSetting {
  return { kind: 'preset', name, numerals };
}

type Scheme<Kind> = Extract<LabelSetting, { kind: Kind }>;

function absolute(said: Partial<Scheme<'absolute'>>): LabelSetting {
  return {
    kind: 'absolute',
    first: undefined,
    middle: '中',
    last: undefined,
    format: undefined,
    numerals: undefined,
    ...said,
  };
}

function relative(said: Partial<Scheme<'relative'>>): LabelSetting {
  return {
    kind: 'relative',
    before: '前',
    after: '後',
    final: undefined,
    format: undefined,
    numerals: undefined,
    ...said,
  };
}
