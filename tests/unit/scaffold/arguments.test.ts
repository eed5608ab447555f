import { describe, expect, it } from 'vitest';
import { readArguments } from '#src/scaffold/arguments.ts';
import { Refusal } from '#src/command/refusal.ts';
import { wordsFor } from '#src/scaffold/words.ts';

const read = (...args: string[]) => readArguments(args, wordsFor.en);

describe('what is understood', () => {
  it.each([
    [[], { kind: 'episode' }],
    [['umi'], { kind: 'episode', series: 'umi' }],
    [['--extra', 'umi', '--after', '5.5'], { kind: 'extra', series: 'umi', after: '5.5' }],
    [['umi', '--notice', '--title=--x--'], { kind: 'notice', series: 'umi', title: '--x--' }],
    [
      ['umi', '--title', ' a b ', '--date', '2026-04-01'],
      { kind: 'episode', series: 'umi', title: 'a b', date: '2026-04-01' },
    ],
    [['--series', 'umi', '--labels', 'wa'], { kind: 'series', id: 'umi', labels: 'wa' }],
    [['--series'], { kind: 'series' }],
    [['--series', '--title', '海'], { kind: 'series', title: '海' }],
    [['umi', '-h'], { kind: 'help' }],
  ])('%j', (args, request) => {
    const { series, id, ...rest } = { series: undefined, id: undefined, ...read(...args) };
    expect({ ...rest, ...(series && { series }), ...(id && { id }) }).toEqual(request);
  });
});

describe('what is not', () => {
  it.each([
    [['--titel', 'x'], 'There is no option “--titel”. Did you mean “--title”?'],
    [['-x'], 'There is no option “-x”.'],
    [['--title'], '“--title” needs a value'],
    [['--title', '--extra'], '“--title” needs a value'],
    [['--title', '  '], '“--title” needs a value'],
    [['--extra=yes'], '“--extra” takes no value'],
    [['umi', 'no', 'quotes'], '“no” cannot be used here'],
    [['umi', '--series', 'sora'], '“umi” cannot be used here'],
    [['--series', 'sora', '--date', '2026-04-01'], '“--date” cannot be used here'],
    [['umi', '--labels', 'wa'], '“--labels” cannot be used here'],
    [['umi', '--after', '3'], '“--after” cannot be used here'],
    [['umi', '--extra', '--notice'], '“--notice” cannot be used here'],
    [['umi', '--extra', '--arc', 'a'], '“--arc” cannot be used here'],
  ])('%j', (args, message) => {
    expect(() => read(...args)).toThrow(Refusal);
    expect(() => read(...args)).toThrow(message);
  });
});
