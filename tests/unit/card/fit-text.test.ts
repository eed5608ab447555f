import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawableText } from '#src/card/drawable-text.ts';
import { fitText, type Fitted, type Step } from '#src/card/fit-text.ts';
import { mincho } from './mincho.ts';

const width = 1000;
const steps = [
  { size: 100, lines: 2 },
  { size: 70, lines: 3 },
  { size: 40, lines: 4 },
] as const;

function fit(text: string, language = 'ja', given: readonly [Step, ...Step[]] = steps): Fitted {
  return fitText(drawableText(text, mincho), { face: mincho, language, width, steps: given });
}
const inOneSize = (text: string, size: number, language = 'ja') =>
  fit(text, language, [{ size, lines: 9 }]).lines;
const letters = (line: string) => Array.from(line.replaceAll(/[^\p{L}\p{N}\p{S}]/gu, '')).length;

describe('the lines of a title', () => {
  it.each([
    ['吾輩は猫である', ['吾輩は猫である']],
    [
      '世界の終りとハードボイルド・ワンダーランド',
      ['世界の終りと', 'ハードボイルド・ワンダーランド'],
    ],
    [
      '彼女は「ここにいます」と言ったまま帰らない',
      ['彼女は', '「ここにいます」と', '言ったまま帰らない'],
    ],
  ])('break between the phrases of Japanese: %s', (title, lines) => {
    expect(fit(title, 'ja', [{ size: title.includes('「') ? 110 : 66, lines: 3 }]).lines).toEqual(
      lines,
    );
  });

  it.each([
    ['第三章　雨の日に来た、ひとりの客', ['第三章　雨の日に来た、', 'ひとりの客']],
    ['シャングリラ〜クソゲーの旅〜', ['シャングリラ', '〜クソゲーの旅〜']],
    ['冬の貸本屋と、返ってこない一冊の本', ['冬の貸本屋と、', '返ってこない一冊の本']],
  ])('break where it pauses, if that takes little: %s', (title, lines) => {
    expect(inOneSize(title, 95)).toEqual(lines);
  });

  it('break between the words of other languages, after a pause if there is one', () => {
    expect(inOneSize('The Keeper of the Long Book', 100, 'en')).toEqual([
      'The Keeper of',
      'the Long Book',
    ]);
    expect(inOneSize('The Ferry: a History of It', 100, 'en')).toEqual([
      'The Ferry:',
      'a History of It',
    ]);
  });

  it('keep words of Latin letters and numbers whole within Japanese', () => {
    expect(inOneSize('二〇二六年版のTsuzukiとFreeBSDと123456789', 100)).toEqual([
      '二〇二六年版の',
      'Tsuzukiと',
      'FreeBSDと',
      '123456789',
    ]);
  });

  it('are smaller before a phrase is broken, and break it when they must', () => {
    const word = 'スーパーカリフラジリスティックエクスピアリドーシャス';
    expect(fit(word)).toEqual({ size: 40, lines: [word] });
    const { size, lines } = fit(word.repeat(2));
    expect({ size, joined: lines.join('') }).toEqual({ size: 40, joined: word.repeat(2) });
    expect(fit('A'.repeat(60), 'en').lines.map((line) => line.length)).toEqual([20, 20, 20]);
  });

  it('break and cut no word that a line has room for', () => {
    const words = Array.from({ length: 40 }, (_, i) => 'incomprehensible'.slice(i % 5));
    const { lines } = fit(words.join(' '), 'en');
    expect(lines.at(-1)).toMatch(/…$/u);
    for (const word of lines.join(' ').replace('…', '').split(' ')) expect(words).toContain(word);
  });

  it('do not leave a single character behind', () => {
    const title = 'あいうえおかきくけこさ';
    const narrow = fitText(title, {
      face: mincho,
      language: 'ja',
      width: mincho.width(title.slice(0, -1)) * 50,
      steps: [{ size: 50, lines: 2 }],
    });
    expect(Math.min(...narrow.lines.map(letters))).toBeGreaterThan(1);
  });

  it('end in an ellipsis where even the smallest size is too large, and no mark before it', () => {
    const sentence = '雨の日には、客が来ない。';
    const { size, lines } = fit(sentence.repeat(100));
    expect(size).toBe(40);
    expect(lines).toHaveLength(4);
    const shown = lines.join('').slice(0, -1);
    expect(lines.join('')).toMatch(/[^、。]…$/u);
    expect(sentence.repeat(100).startsWith(shown)).toBe(true);
    // Most of the room is used.
    expect(mincho.width(shown)).toBeGreaterThan(0.9 * 4 * (width / size));
  });
});

const pieces = fc.oneof(
  fc.constantFrom(
    ...Array.from('雨傘夜電車のはがをにとでもしてってーッっゃ、。！？」「』『）（…―・々 　'),
  ),
  fc.constantFrom('Tsuzuki', 'New York', '2026', '3.14', '〜', 'ラジオ', '――', '……', 'a'),
);
const titles = fc
  .array(pieces, { minLength: 1, maxLength: 60 })
  .map((parts) => drawableText(parts.join(''), mincho))
  .filter((title) => title !== '');

describe('the lines of any title', () => {
  it('lose nothing but spaces at their ends', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const bare = (text: string) => text.replaceAll(/[ \u3000]/gu, '');
        const shown = bare(fit(title).lines.join(''));
        const whole = bare(title);
        if (shown === whole) return;
        expect(shown.endsWith('…')).toBe(true);
        expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('are no wider than the measure, no more than there is room for, and hold something each', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const { size, lines } = fit(title);
        expect(Math.max(...lines.map(mincho.width)) * size).toBeLessThanOrEqual(width + 1e-6);
        expect(lines.length).toBeLessThanOrEqual(
          steps.find((step) => step.size === size)?.lines ?? 0,
        );
        for (const line of lines) expect(line).toBe(line.trim());
        for (const line of lines) expect(line).not.toBe('');
      }),
    );
  });

  const marks = /[、。！？」』）…・々ーっッゃ]/u;
  const calm = titles.filter(
    (title) =>
      !/[、。！？」』）…・々ーっッゃ「『（ \u3000]{6}/u.test(title) &&
      !/^[^\p{L}\p{N}]/u.test(title),
  );

  it('begin with no mark that closes, and end with none that opens, unless there are too many', () => {
    fc.assert(
      fc.property(calm, (title) => {
        const [, ...others] = fit(title).lines;
        for (const line of others) expect(line.slice(0, 1)).not.toMatch(marks);
        for (const line of fit(title).lines.slice(0, -1)) expect(line).not.toMatch(/[「『（]$/u);
      }),
    );
  });

  it('hold more than one character each, where a title of plain words has several', () => {
    const words = fc
      .array(fc.constantFrom('雨の', '日の', '客は', '電車で', '来ない', 'ラジオを'), {
        minLength: 2,
        maxLength: 30,
      })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(words, (title) => {
        expect(Math.min(...fit(title).lines.map(letters))).toBeGreaterThan(1);
      }),
    );
  });
});
