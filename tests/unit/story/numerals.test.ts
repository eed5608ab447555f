import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralStyles, type NumeralStyle } from '#src/manuscript/manuscript.ts';
import { formatNumeral } from '#src/story/numeral.ts';

const written = (style: NumeralStyle, numbers: readonly number[]) =>
  numbers.map((number) => formatNumeral(number, style)).join(' ');

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

const twenty = '① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳';
const twentyOneToThirtyFive = '㉑ ㉒ ㉓ ㉔ ㉕ ㉖ ㉗ ㉘ ㉙ ㉚ ㉛ ㉜ ㉝ ㉞ ㉟';
const thirtySixToFifty = '㊱ ㊲ ㊳ ㊴ ㊵ ㊶ ㊷ ㊸ ㊹ ㊺ ㊻ ㊼ ㊽ ㊾ ㊿';

describe('circled numerals', () => {
  it('go to ⑩, then on plainly, in circled-10', () => {
    expect(written('circled-10', upTo(12))).toBe('① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ 11 12');
    expect(written('circled-10', [20, 21, 35, 36, 50, 51])).toBe('20 21 35 36 50 51');
  });

  it('go to ⑳ in circled-20', () => {
    expect(written('circled-20', upTo(22))).toBe(`${twenty} 21 22`);
    expect(written('circled-20', [35, 36, 50, 51])).toBe('35 36 50 51');
  });

  it('go to ㊿ in circled-50', () => {
    expect(written('circled-50', upTo(52))).toBe(
      `${twenty} ${twentyOneToThirtyFive} ${thirtySixToFifty} 51 52`,
    );
  });

  it.each(['circled-10', 'circled-20', 'circled-50'] as const)('are plain for 0 in %s', (style) => {
    expect(formatNumeral(0, style)).toBe('0');
  });
});

describe('arabic numerals', () => {
  it('are plain digits', () => {
    expect(written('arabic', [0, 1, 10, 11, 100, 2000])).toBe('0 1 10 11 100 2000');
  });
});

describe('fullwidth numerals', () => {
  it('have every digit in full width', () => {
    expect(written('fullwidth', [0, 1, 9, 10, 2345, 678])).toBe('０ １ ９ １０ ２３４５ ６７８');
  });
});

describe('kanji numerals', () => {
  it.each([
    [0, '〇'],
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '百'],
    [101, '百一'],
    [108, '百八'],
    [110, '百十'],
    [111, '百十一'],
    [200, '二百'],
    [365, '三百六十五'],
    [999, '九百九十九'],
    [1000, '千'],
    [1001, '千一'],
    [1234, '千二百三十四'],
    [2026, '二千二十六'],
    [9999, '九千九百九十九'],
    [10_000, '一万'],
    [10_003, '一万三'],
    [20_500, '二万五百'],
    [123_456, '十二万三千四百五十六'],
  ])('write %i as %s', (number, kanji) => {
    expect(formatNumeral(number, 'kanji')).toBe(kanji);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.nat(99_999), (number) => {
        expect(valueOfKanji(formatNumeral(number, 'kanji'))).toBe(number);
      }),
    );
  });
});

describe('the style none', () => {
  it('writes nothing', () => {
    expect(written('none', [0, 1, 5.5, 100])).toBe('   ');
  });
});

describe('a decimal', () => {
  const styles = numeralStyles.filter((style) => style !== 'none');

  it.each(styles)('is plain in the style %s', (style) => {
    expect(written(style, [0.5, 5.5, 10.25, 49.9])).toBe('0.5 5.5 10.25 49.9');
  });
});

describe('every style but none', () => {
  it.each(numeralStyles.filter((style) => style !== 'none'))(
    'writes different numbers differently: %s',
    (style) => {
      const number = fc.oneof(
        fc.nat(200),
        fc.nat(2000).map((tenths) => tenths / 10),
      );
      fc.assert(
        fc.property(number, number, (a, b) => {
          expect(formatNumeral(a, style) === formatNumeral(b, style)).toBe(a === b);
        }),
      );
    },
  );
});

/** Reads a kanji number below a hundred million, place by place. */
function valueOfKanji(kanji: string): number {
  const places = new Map([
    ['十', 10],
    ['百', 100],
    ['千', 1000],
  ]);
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  for (const character of kanji) {
    const place = places.get(character);
    if (character === '万') {
      total += (group + (digit ?? 0)) * 10_000;
      group = 0;
      digit = undefined;
    } else if (place === undefined) {
      digit = '〇一二三四五六七八九'.indexOf(character);
    } else {
      group += (digit ?? 1) * place;
      digit = undefined;
    }
  }
  return total + group + (digit ?? 0);
}
