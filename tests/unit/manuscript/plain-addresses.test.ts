import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYamlFile } from '#src/manuscript/frontmatter.ts';
import { readPlainAddresses } from '#src/manuscript/plain-addresses.ts';

describe('readPlainAddresses', () => {
  it('takes what npm run addresses writes, with comments in between', () => {
    const list = '  /kiri/01/: kiri/01\n  # 改題\n  /kiri/夜/: kiri/02\n';
    expect(readPlainAddresses(`# 一覧\naddresses:\n${list}version: 1\n`)?.settings).toMatchObject({
      addresses: { '/kiri/01/': 'kiri/01', '/kiri/夜/': 'kiri/02' },
    });
  });

  it('reads what the parser of YAML reads, places included', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyList, (text) => {
        const plain = readPlainAddresses(text);
        if (plain === undefined) return;
        taken += 1;
        const other = readYamlFile({ path: 'addresses.yaml', text });
        expect(other.findings).toEqual([]);
        expect(entriesOf(plain.settings)).toStrictEqual(entriesOf(other.settings));
        const keys = [...Object.keys(plain.settings?.['addresses'] ?? {}), 'absent', 0];
        const inner = keys.flatMap((key) => [
          ['addresses', key],
          ['addresses', key, 'deeper'],
        ]);
        for (const path of [[], ['addresses'], ['version'], ['version', 'x'], [0], ...inner]) {
          expect(plain.locate(path, 'key')).toEqual(other.locate(path, 'key'));
          expect(plain.locate(path, 'value')).toEqual(other.locate(path, 'value'));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});

function entriesOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings?.constructor === Object
    ? Object.entries(settings).map(([key, value]) => [key, entriesOf(value)])
    : settings;
}

const usually = (text: string, ...others: readonly string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(text) }, fc.constantFrom(...others));
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('kiri', '01', '02', '霧の夜', 'が', 'a_b', 'x-y') },
  fc.constantFrom(
    '',
    '-',
    '-a',
    '---',
    'null',
    '.',
    'a b',
    'a:b',
    '#a',
    '＃',
    '　',
    '"a"',
    '\u0085',
  ),
);
const addressLine = fc
  .tuple(
    ...[usually('  ', '', ' ', '    ', '\t', '　'), usually('/', '', '"/'), name, fc.constant('/')],
    ...[name, usually('/', '', '/"', '//'), usually(': ', ':', ':  ', '：', ' : ', ':　')],
    ...[name, usually('/', ': ', ' '), name, usually('', ' ', ' # 霧', '\n    more', ' ＃')],
  )
  .map((parts) => parts.join(''));
const line = fc.oneof(
  { weight: 8, arbitrary: addressLine },
  fc.constantFrom('', ' ', '# 霧', '  # 霧', '　# 霧', '＃ 霧', '#\t', '\t', '- a', '...', '---'),
);
const anyList = fc
  .tuple(
    usually('', '# 一覧\n', '---\n', '\n', '%YAML 1.2\n', '  # a\n'),
    usually('addresses:', 'addresses: ', 'addresses: {}', 'addresses', ' addresses:', 'address:'),
    fc.array(line, { maxLength: 4 }),
    usually(
      'version: 1',
      'version: 01',
      'version: "1"',
      'version:1',
      ' version: 1',
      'version: 1 #',
    ),
    usually('\n', '', '\n\n', '\nmore: 1\n', '\n# end\n'),
  )
  .map(([head, key, lines, version, end]) => `${head}${[key, ...lines, version].join('\n')}${end}`);
