import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { remarkCombinedExtensions } from '#src/text/combined-extensions.ts';
import { remarkBareAddresses } from '#src/text/syntax/bare-addresses.ts';
import { mayHoldTable, remarkNoTables } from '#src/text/syntax/tables.ts';

// What the parser is spared must never show: each of these reads every source as GFM alone does.

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
const signs = (...parts: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 16 }).map((chosen) => chosen.join(''));

const TABLES = signs(
  ...[
    '|',
    '-',
    ':',
    '|-',
    ':-:',
    '--',
    ' ',
    '\t',
    '\n',
    '\r\n',
    'a',
    '漢',
    '\\',
    '> ',
    '- ',
    '1. ',
  ],
  ...['\n- ', '\n> ', '***', '===', '# ', '`', '[a]: b', '<b>', '\n\n', '|a|\n|-|\n', 'a\n:-\n'],
);
const ADDRESSES = signs(
  ...['a@b.jp', 'a&#64;b.jp', 'www.a.jp', 'https://a.jp/漢', 'https&colon;//a.jp', 'mailto:a@b.jp'],
  ...['www.', 'WWW.', 'http://', 'https://', ':', '//', '@', '.', 'a', 'b.jp', '漢', '/', '-', '_'],
  ...['&#64;', '&colon;', '\\', '\\.', '*', '[', '](u)', '<', '>', ' ', '\n', 'mailto:', 'xmpp:'],
);

describe('a parser that is spared', () => {
  it('tables finds none where there can be none', () => {
    const spared = unified().use(remarkParse).use(remarkGfm).use(remarkNoTables).freeze();
    expectAlike(TABLES, (source) => (mayHoldTable(source) ? gfm : spared).parse(source));
  });

  it('the search for bare addresses finds every one', () => {
    const spared = unified().use(remarkParse).use(remarkGfm).use(remarkBareAddresses).freeze();
    expectAlike(ADDRESSES, (source) => spared.parse(source));
  });

  it('the joining of its extensions knows all of them', () => {
    const spared = unified().use(remarkParse).use(remarkGfm).use(remarkCombinedExtensions).freeze();
    expectAlike(fc.oneof(TABLES, ADDRESSES), (source) => spared.parse(source));
  });
});

function expectAlike(sources: fc.Arbitrary<string>, parse: (source: string) => Root): void {
  fc.assert(
    fc.property(sources, (source) => {
      expect(parse(source)).toEqual(gfm.parse(source));
    }),
    { numRuns: 1000 },
  );
}
