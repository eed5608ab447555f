import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readAnyFrontmatter,
  readPlainFrontmatter,
  type ReadMarkdown,
} from '#src/manuscript/frontmatter.ts';
import { readPlainSettings } from '#src/manuscript/plain-settings.ts';
import { type ReadSettings, readSettings } from '#src/manuscript/yaml-settings.ts';

describe('readPlainSettings', () => {
  it.each([
    'order: 1\ntitle: 第一話　霧の夜\ndate: 2026-04-01',
    'order: 5.5\ndate: 2026-04-01T07:00\ndraft: true',
    'order: 010\ndate: 2026-04-01 07:00:30 +09:00',
    'title: "夜: その一 # 霧"\nsummary: \'「はい」と言った\'',
    'title: It is late, he said -- & left!\n\nsummary: ＡＢＣ：霧\n',
    'title: 「霧」\nid:   kiri',
  ])('takes what most episodes have: %j', (yaml) => {
    expect(readPlainSettings(sourceOf(yaml))).toBeDefined();
  });

  it.each([
    ['comments', 'order: 1 # one'],
    ['lists', 'warnings: [血]'],
    ['texts of several lines', 'summary: |\n  霧の夜'],
    ['texts that go on', 'summary: 霧の\n  夜'],
    ['anchors', 'title: &a 霧'],
    ['a colon in a text', 'title: 霧: 夜'],
    ['escapes', 'title: "\\u0041"'],
    ['nothing', 'title:'],
    ['a word for nothing', 'title: null'],
    ['numbers of other kinds', 'order: 0x10'],
    ['a key that is there twice', 'order: 1\norder: 2'],
    ['settings within settings', 'author:\n  name: 誰か'],
    ['full-width signs', 'order：1'],
  ])('leaves %s to the parser of YAML', (_, yaml) => {
    expect(readPlainSettings(sourceOf(yaml))).toBeUndefined();
  });

  it('reads what the parser of YAML reads, places included', () => {
    fc.assert(
      fc.property(anySettings, (yaml) => {
        const source = sourceOf(yaml);
        const plain = readPlainSettings(source);
        if (plain !== undefined) expectEqual(plain, readSettings(source), yaml);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('readPlainFrontmatter', () => {
  it('tells settings and text apart as gray-matter does', () => {
    fc.assert(
      fc.property(fences, anySettings, fences, body, (opening, yaml, closing, text) => {
        const file = { path: 'kiri/01.md', text: `${opening}${yaml}\n${closing}${text}` };
        const plain = readPlainFrontmatter(file);
        if (plain === undefined) return;
        const other = readAnyFrontmatter(file);
        expectEqual(plain, other, yaml);
        expect([plain.body, plain.bodyLine]).toEqual([other.body, other.bodyLine]);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes a file with a text that has dashes of its own', () => {
    const text = '---\norder: 1\n---\n夜。\n\n----\n朝。\n\n---\n昼。';
    expect(readPlainFrontmatter({ path: 'kiri/01.md', text })).toMatchObject({
      body: '夜。\n\n----\n朝。\n\n---\n昼。',
      bodyLine: 4,
    });
  });
});

type Read = ReadSettings | ReadMarkdown;

function expectEqual(plain: Read, other: Read, yaml: string): void {
  expect(plain.findings).toEqual(other.findings);
  // In the same order, and numbers of the same class.
  expect(Object.entries(plain.settings ?? {})).toStrictEqual(Object.entries(other.settings ?? {}));
  const keys = [...Object.keys(plain.settings ?? {}), 'absent', yaml.slice(0, 3)];
  for (const path of [[], [0], ...keys.flatMap((key) => [[key], [key, 0], [key, 'name']])]) {
    expect(plain.locate(path, 'key')).toEqual(other.locate(path, 'key'));
    expect(plain.locate(path, 'value')).toEqual(other.locate(path, 'value'));
  }
}

function sourceOf(yaml: string) {
  const before = '---\n';
  return {
    path: 'kiri/01.md',
    text: `${before}${yaml}\n---\n本文。`,
    start: before.length - 1,
    end: before.length + yaml.length,
    notSettings: 'frontmatter-not-settings',
  } as const;
}

// Mostly what is plain, with one thing in it that may not be: all that is hostile is left alone.
const hostile = fc.constantFrom(
  ...Array.from(' -:#\'"\\[]{}|>&*!%@`?,.~+_=<\t/'),
  ...['\u3000', '＃', '：', ' ＃', '　#', ' #', ': ', '0x', '\u0085', '\u00A0', '\u2028', '\u2029'],
  ...['\uFEFF', '\u0000', '\u007F', '\uD83D', '🌫', '\r', '\n', '\n '],
);
const plainText = fc.constantFrom('霧', '霧の夜', 'a', 'No', 'null', '0', '1', '12', '');
const value = fc.oneof(
  fc.tuple(plainText, hostile, plainText).map((parts) => parts.join('')),
  fc.array(fc.oneof(plainText, hostile), { maxLength: 5 }).map((parts) => parts.join('')),
  fc.constantFrom('007', '5.50', '0x1F', '0o7', '1e3', '.5', '.inf', '.nan', '-1', '1_000', '5.'),
  fc.constantFrom('true', 'True', 'false', 'null', 'NULL', '~', 'yes', 'no', '<<', '=', '2026'),
  fc.constantFrom('2026-04-01', '2026-04-01T07:00', '2026-04-01 07:00 Z', '07:00', '26-4-1'),
  fc.constantFrom('第一話　霧の夜', '「はい」', 'He said: no', '"a" b', "'a'", '"a: b"', '"＃"'),
  fc.nat({ max: 999_999_999_999_999 }).map(String),
  fc.double().map(String),
);
const key = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('order', 'title', 'date', 'summary', 'draft', 'slug') },
  { weight: 1, arbitrary: fc.constantFrom('null', 'True', 'y', 'no', 'constructor', 'toString') },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', '題名', '<<', '1', '', ' a', '- a', '"a"') },
  { weight: 1, arbitrary: fc.constantFrom('? a', '&a b', 'a b', 'a-b', '...', '---', '#a', '%a') },
);
const separator = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(': ', ':  ') },
  { weight: 1, arbitrary: fc.constantFrom(':', ' : ', '：', ':\t', ':　') },
);
const line = fc.tuple(key, separator, value).map((parts) => parts.join(''));
const joint = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n ');
const anySettings = fc
  .tuple(fc.array(line, { maxLength: 3 }), joint)
  .map(([lines, between]) => lines.join(between));
const fences = fc.constantFrom('---\n', '---\n', '---\n', '--- \n', '---', '----\n', '---x\n');
const body = fc.constantFrom(
  '本文。',
  '\n本文。\n',
  ' \n本文。',
  '　\n\n夜',
  '',
  '\r\n夜',
  '---\n夜',
);
