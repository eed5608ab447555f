import { describe, expect, it } from 'vitest';
import { readArguments } from '#src/announce/arguments.ts';
import { Refusal } from '#src/command/refusal.ts';
import { wordsFor } from '#src/announce/words.ts';

const read = (line: string) => readArguments(line.split(' ').filter(Boolean), wordsFor.en);

describe('arguments', () => {
  it('may all be left out', () => {
    expect(read('')).toEqual({
      channel: undefined,
      episode: undefined,
      resend: false,
      all: false,
      skip: false,
      dryRun: false,
      patience: 10_000,
      timeLimit: 30_000,
    });
  });

  it.each([
    ['--channel x-link', { channel: 'x-link' }],
    ['--channel=Bluesky', { channel: 'bluesky' }],
    ['--episode a/1 --resend', { episode: 'a/1', resend: true }],
    ['--all --dry-run', { all: true, dryRun: true }],
    ['--skip --channel x', { skip: true, channel: 'x' }],
    ['--wait 120 --timeout 0.5', { patience: 120_000, timeLimit: 500 }],
    ['--wait ３０', { patience: 30_000 }],
  ])('%s', (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each(['--help', '-h', '--all --help'])('%s asks for help', (line) => {
    expect(read(line)).toBe('help');
  });

  it.each([
    ['--dryrun', 'Did you mean “--dry-run”?'],
    ['--frobnicate', 'See npm run announce -- --help.'],
    ['--channel', '“--channel” needs a value, such as --channel bluesky'],
    ['--channel --all', '“--channel” needs a value'],
    ['--episode', '“--episode” needs a value, such as --episode kiri/01'],
    ['--channel twitter', 'There are bluesky, mastodon, x, x-link.'],
    ['--channel mastodn', 'Did you mean “mastodon”?'],
    ['--all=yes', '“--all” takes no value'],
    ['--resend', 'Say with “--episode <series>/<episode>”'],
    ['--skip --all', '“--skip” and “--all” cannot be used together.'],
    ['--skip --resend --episode a/1', 'cannot be used together'],
    ['--wait long', 'takes a number of seconds, not “long”'],
    ['--timeout 0', 'takes a number of seconds'],
    ['kiri/01', 'write “--episode kiri/01”'],
  ])('%s is refused', (line, words) => {
    expect(() => read(line)).toThrow(Refusal);
    expect(() => read(line)).toThrow(words);
  });
});

describe('the words', () => {
  it('are in one language each', () => {
    const { usage } = wordsFor.ja;
    expect(usage).toMatch(/^使い方/);
    // Whatever the one can say, the other can.
    expect(Object.keys(wordsFor.ja).toSorted()).toEqual(Object.keys(wordsFor.en).toSorted());
    const status = [200, 301, 400, 401, 403, 404, 413, 422, 500, 503];
    for (const language of ['ja', 'en'] as const) {
      for (const one of status) {
        const said = wordsFor[language].reason({ what: 'status', status: one, detail: 'd' });
        expect(said).toContain(String(one));
        expect(/[ぁ-ん一-龠]/.test(said)).toBe(language === 'ja');
      }
    }
  });
});
