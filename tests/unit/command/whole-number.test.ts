import { describe, expect, it } from 'vitest';
import { optionWords } from '#src/command/option-words.ts';
import { Refusal } from '#src/command/refusal.ts';
import { wholeNumber } from '#src/command/whole-number.ts';

const words = optionWords.en('paint');
const read = (text: string) => wholeNumber('coats', text, words, { least: 1, most: 30 });

describe('an option that takes a number', () => {
  it('has one of its range', () => {
    expect(['1', '12', '30'].map(read)).toEqual([1, 12, 30]);
  });

  it.each(['0', '31', '-1', '1.5', '1e1', 'two', '', '９'])('refuses %j', (text) => {
    const message = `“--coats” takes a whole number from 1 to 30: ${text}`;
    expect(() => read(text)).toThrow(new Refusal(message));
  });

  it('says so in Japanese as well', () => {
    const read = () => wholeNumber('coats', 'x', optionWords.ja('paint'), { least: 1, most: 30 });
    expect(read).toThrow('「--coats」には 1 から 30 までの整数を書いてください: x');
  });
});
