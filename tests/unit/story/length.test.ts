import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes, measureLength, readingMinutes } from '#src/story/length.ts';
import { episode, episodes, extra, notice, text } from '#tests/support/manuscript.ts';
import { partOf, toldSeries } from '#tests/support/told-series.ts';

// typesetting.md, rules 14 and 16.

describe('the length of a Japanese text', () => {
  const characters = (written: string) => measureLength(written, 'ja').amount;

  it.each([
    ['', 0],
    ['吾輩は猫である。', 8],
    ['「えっ！？」……', 8],
    ['ABC 123', 6],
    ['ｱｲｳ、カナ', 6],
  ])('of %j is %i characters', (written, amount) => {
    expect(measureLength(written, 'ja')).toEqual({ amount, unit: 'characters' });
  });

  it.each([
    ['a space', '春 夏'],
    ['an ideographic space', '　春　夏　'],
    ['a line break', '春\n夏\r\n'],
    ['a tab', '\t春\t夏'],
    ['a no-break space', '春\u00a0夏'],
  ])('does not count %s', (_, written) => {
    expect(characters(written)).toBe(2);
  });

  it.each([
    ['a character beyond the basic plane', '𠮟', '𠮷野家'],
    ['an ideograph with a variation selector', '葛\u{e0100}', '葛\u{e0100}飾区'],
    ['a character with a standardised variant', '神\ufe00', '神\ufe00田川'],
    ['a kana with a combining voicing mark', 'か\u3099', 'か\u3099くせ'],
    ['a letter with a combining accent', 'e\u0301', 'e\u0301te'],
    ['an emoji', '😀', '😀です'],
    ['an emoji with a skin tone', '👍🏽', '👍🏽です'],
    ['an emoji with a presentation selector', '❤️', '❤️です'],
    ['a family', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦です'],
    ['a flag', '🇯🇵', '🇯🇵です'],
    ['a keycap', '1️⃣', '1️⃣です'],
  ])('counts %s once', (_, one, three) => {
    expect(characters(one)).toBe(1);
    expect(characters(`${one}\n${one}`)).toBe(2);
    expect(characters(three)).toBe(3);
  });

  it('adds up over any pieces, however they are spaced', () => {
    const pieces = [
      '猫',
      'る',
      'ー',
      '。',
      'A',
      '7',
      '𠮟',
      '葛\u{e0100}',
      'か\u3099',
      '👨‍👩‍👧‍👦',
      '🇯🇵',
      'ﾊ',
      '々',
    ];
    const spaces = fc.constantFrom('', ' ', '\n', '　', '\r\n\r\n', '\t');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pieces), spaces), { maxLength: 60, size: 'max' }),
        (written) => {
          expect(characters(written.flat().join(''))).toBe(written.length);
        },
      ),
    );
  });

  it('is that of the same language of any region', () => {
    expect(measureLength('猫である', 'ja-JP')).toEqual({ amount: 4, unit: 'characters' });
  });
});

describe('the number of graphemes', () => {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  const segmented = (text: string) => [...segmenter.segment(text)].length;

  it('is what segmenting the whole text gives', () => {
    const joiners = [
      '\u3099',
      '\u200d',
      '\ufe0f',
      '\u{e0100}',
      '\u0301',
      '\u20e3',
      '\u302a',
      'ﾞ',
      'ゾ',
    ];
    const joined = [
      '👨',
      '🏽',
      '🇯',
      '🇵',
      '〰',
      '★',
      '▶',
      '\u1100',
      '\u1161',
      '가',
      '\u0600',
      '\u0915',
      '\u094d',
    ];
    const others = [
      '漢',
      'か',
      'ー',
      '。',
      '…',
      'A',
      '1',
      '#',
      '\ud800',
      '\udc00',
      '\u200b',
      '\r',
      '\n',
      '𠮟',
    ];
    const character = fc.oneof(
      fc.constantFrom(...joiners, ...joined, ...others),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
        const text = characters.join('');
        expect(countGraphemes(text)).toBe(segmented(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('is right beside every character of the basic plane', () => {
    const wrong: string[] = [];
    for (let unit = 0x20; unit < 0xffff; unit += 1) {
      const text = `漢${String.fromCharCode(unit)}👨\u200d${String.fromCharCode(unit)}か`;
      if (countGraphemes(text) !== segmented(text)) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('the length of a text in another language', () => {
  it.each([
    ['', 0],
    ['Call me Ishmael.', 3],
    ['  Some   years\n\nago —\tnever mind  ', 5],
    ['“Stop!” she said, … twice.', 4],
    ['It took 12 days', 4],
    ['naïve cafés', 2],
  ])('of %j is %i words', (written, amount) => {
    expect(measureLength(written, 'en')).toEqual({ amount, unit: 'words' });
  });

  it('is as many words as were put into it', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const space = fc.constantFrom(' ', '\n', ', ', '. ', '! “', ' — ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, space), { maxLength: 50, size: 'max' }), (written) => {
        expect(measureLength(written.flat().join(''), 'en').amount).toBe(written.length);
      }),
    );
  });
});

describe('reading time', () => {
  it.each([
    [0, 0],
    [1, 1],
    [499, 1],
    [500, 1],
    [501, 2],
    [1000, 2],
    [2714, 6],
  ])('of %i characters is %i minutes', (amount, minutes) => {
    expect(readingMinutes({ amount, unit: 'characters' })).toBe(minutes);
  });

  it.each([
    [0, 0],
    [1, 1],
    [230, 1],
    [231, 2],
    [460, 2],
    [461, 3],
  ])('of %i words is %i minutes', (amount, minutes) => {
    expect(readingMinutes({ amount, unit: 'words' })).toBe(minutes);
  });
});

describe('the counts of a series', () => {
  const entries = [
    episode(1, { body: text(1200) }),
    episode(2, { body: text(800) }),
    episode(3, { body: text(5000), draft: true }),
    extra(1, 'side', { body: text(300) }),
    notice('break', { body: text(70) }),
  ];

  it('leave out extras, notices and what is unpublished', () => {
    const told = toldSeries(entries);
    expect(told.episodeCount).toBe(2);
    expect(told.length).toEqual({ amount: 2000, unit: 'characters' });
  });

  it('are in words outside Japanese', () => {
    const told = toldSeries(entries, { language: 'en' });
    expect(told.length).toEqual({ amount: 2000, unit: 'words' });
  });

  it('leave every part its own length', () => {
    const told = toldSeries(entries);
    const lengths = ['1', 'side', 'break'].map((slug) => partOf(told, slug).length.amount);
    expect(lengths).toEqual([1200, 300, 70]);
  });

  it('may be zero, where there is a notice alone', () => {
    const told = toldSeries([notice('soon'), ...episodes(2, { draft: true })]);
    expect([told.episodeCount, told.length.amount]).toEqual([0, 0]);
  });
});
