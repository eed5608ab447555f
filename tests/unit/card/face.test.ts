import { expect, it } from 'vitest';
import { readFace } from '#src/card/face.ts';
import { mincho } from './mincho.ts';
import { cardNode, takumi } from './takumi.ts';

it('has the characters of Japanese, and not those of other scripts', () => {
  const held = 'あヴ漢葛噓𠮟髙㉑㍻①ﾊAéЯΩ【】「」〜…―　';
  expect(Array.from(held).filter((character) => !mincho.has(character))).toEqual([]);
  const lacked = '한العไ😀\u200d\ufe0f\ue000';
  expect(Array.from(lacked).filter(mincho.has)).toEqual([]);
});

it.each([
  '雨の日の客',
  'いつか――そのときまで……',
  '「ここにいます」と、彼女は言った。',
  'The fifth office: AVATAR, To Wa "fi" ffl',
  '【長編】㉑第3.14話！？',
  'Привет ΑΩ ﾊﾝｶｸ',
])('is as wide as a card’s line is drawn: %s', async (text) => {
  const line = { text, left: 0, top: 0, size: 100, ink: 'ink' } as const;
  const card = await takumi.measure(cardNode({ lines: [line], rules: [] }));
  const [drawn] = card.children;
  expect(drawn?.runs.map((run) => run.text).join('')).toBe(text);
  expect(mincho.width(text) * 100).toBeCloseTo(drawn?.width ?? 0, 1);
});

it('says which table a file lacks', () => {
  expect(() => readFace(new Uint8Array(64))).toThrow('head');
});
