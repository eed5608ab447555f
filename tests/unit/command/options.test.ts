import { describe, expect, it } from 'vitest';
import { optionWords } from '#src/command/option-words.ts';
import { asksForHelp, readOptions, readOptionsAlone } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';

const words = optionWords.en('paint');
const options = {
  colour: { type: 'string', short: 'c' },
  place: { type: 'string', mayBeBare: true },
  thick: { type: 'boolean' },
} as const;
const read = (...args: string[]) => readOptions(args, options, words);

describe('options', () => {
  it('have their values, without white space around them', () => {
    const { text, isOn, given, positionals } = read('wall', '--colour', ' blue ', '--thick');
    expect([text('colour'), text('place'), isOn('thick')]).toEqual(['blue', undefined, true]);
    expect([given, positionals]).toEqual([['colour', 'thick'], ['wall']]);
  });

  it('do not swallow the next one where a value is missing', () => {
    const { text, isOn } = read('--place', '--thick');
    expect([text('place'), isOn('thick')]).toEqual(['', true]);
  });

  it.each([
    [['--color', 'x'], 'There is no option “--color”. Did you mean “--colour”?'],
    [['--frobnicate'], 'There is no option “--frobnicate”. See npm run paint -- --help.'],
    [['--colour'], '“--colour” needs a value, such as --colour "…"'],
    [['--colour', '--thick'], '“--colour” needs a value, such as --colour "…"'],
    [['--thick=yes'], '“--thick” takes no value: write “--thick” alone.'],
  ])('refuse %j', (args, message) => {
    expect(() => read(...args)).toThrow(new Refusal(message));
  });
});

describe('options alone', () => {
  it('are told from anything else', () => {
    expect(readOptionsAlone(['--thick'], options, words).isOn('thick')).toBe(true);
    expect(() => readOptionsAlone(['wall', '--thick'], options, words)).toThrow(
      'It is not clear what “wall” is. Is “--” missing before the options? See npm run paint -- --help.',
    );
  });
});

describe('a command that takes nothing', () => {
  it('may be asked for its use', () => {
    expect(asksForHelp([], words)).toBe(false);
    expect(asksForHelp(['-h'], words)).toBe(true);
  });

  it('refuses anything else', () => {
    expect(() => asksForHelp(['now'], words)).toThrow(Refusal);
    expect(() => asksForHelp(['--now'], words)).toThrow(Refusal);
  });
});
