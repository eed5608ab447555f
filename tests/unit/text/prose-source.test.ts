import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWhole } from '#src/text/parser.ts';
import { readProse } from '#src/text/syntax/prose-source.ts';
import { mayHoldTable } from '#src/text/syntax/tables.ts';

// What is read without the parser is what the parser makes of it, each position included.

const WORDS = ['漢', 'か', 'A', '12', '1', '！', '　', '𠮟', '\uD800', '\uDC00', '。', '「', '」'];
const NOTATION = ['《', '》', '{', '}', '｜', '|', '；', '＃', '＊', '［', '］（'];
const INLINE = [
  ...['*', '**', '***', '_', '__', '`', '``', '~', '~~', '<b>', '</b>', '<', '<!--', '-->', '>'],
  ...['[', '](u)', '![', '!', ']', '[a]', '[^1]', '&amp;', '&', '&#0;', '\\', '\\\\'],
  ...['@', 'a@b.jp', 'www.a.jp', 'https://a.jp', '://', ':', '$', '#', ' #', '.', '"', '('],
  ...['\0', '\uFEFF', '\u00A0', '\f', '\v', '\u2028', '\u0085'],
];
const HEADS = [
  ...['> ', '# ', '## ', '#', '#\t', '####### ', '- ', '-', '--', '---', '- - -', '+', '+ ', '='],
  ...['===', '***', '* * *', '___', '```', '~~~', '12.', '1)', '[^1]: ', '[a]: b', '<pre>', ':'],
];
const SPACES = [
  ...[' ', '  ', '    ', '\t', '\n', '\n\n', '\n \n', '\n\t\n', '\n\n\n', '\r', '\r\n', '\r\n\r\n'],
  ...['\n\r', '  \n', ' \n', '\n ', '\\\n'],
];

const from = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);
const joined = (parts: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(parts, { maxLength }).map((chosen) => chosen.join(''));

/** Signs in any order. */
const hostile = joined(
  fc.oneof(
    from(...WORDS),
    from(...NOTATION, ...INLINE, ...HEADS),
    from(...SPACES),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  20,
);

/** Lines such as a story has, with now and then something else in them. */
const story = joined(
  fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        from('　', ' ', '# ', '***', '---', '**'),
      ),
      joined(
        fc.oneof(
          { weight: 8, arbitrary: from(...WORDS, ...NOTATION) },
          from(...INLINE, ' ', '  ', '\t'),
        ),
        5,
      ),
      from('\n', '\n\n', '\r\n', '\r', ' \n\n', '\n \n', '\n\n\n', '\r\n\r\n'),
    )
    .map((parts) => parts.join('')),
  8,
);

const MARKERS = [
  ...[
    '- ',
    '* ',
    '+ ',
    '-',
    '*',
    '-\t',
    '1. ',
    '1.',
    '2. ',
    '10) ',
    '1) ',
    '0. ',
    '1.\t',
    '  - ',
    '   1. ',
  ],
  ...[
    '-  ',
    '-     ',
    '    - ',
    '\t- ',
    '  ',
    '   ',
    '    ',
    '\t',
    '> ',
    '>',
    '> > ',
    '>  ',
    ' > ',
    '>\t',
    '- > ',
  ],
  ...[
    '> - ',
    '- - ',
    '1. - ',
    '- 1. ',
    '> 1. ',
    '>     ',
    '1234567890. ',
    '123456789. ',
    '* * *',
    '- - -',
    '---',
  ],
  ...[
    '===',
    '# ',
    '- # ',
    '> # ',
    '- ---',
    '- [ ] ',
    '- [x] ',
    '```',
    '- ```',
    '> ```',
    '<b>',
    '- <b>',
    '> <!--',
  ],
];

/** Lists and quotations, and what looks like them or stands where it may be taken for a part. */
const containers = joined(
  fc
    .tuple(
      fc.oneof(
        { weight: 2, arbitrary: fc.constant('') },
        { weight: 6, arbitrary: from(...MARKERS) },
      ),
      fc.oneof(
        { weight: 6, arbitrary: from('漢か', '一', 'A b', '　', '{漢|かん}') },
        { weight: 2, arbitrary: joined(from(...MARKERS, ...WORDS, '**漢**', '[漢](u)', ' '), 3) },
        { weight: 1, arbitrary: fc.constant('') },
      ),
      from(
        '\n',
        '\n',
        '\n',
        '\n\n',
        '\n\n',
        '\n\n\n',
        '\n  \n',
        '\r\n',
        '\r\n\r\n',
        '  \n',
        '\r',
        '',
      ),
    )
    .map((parts) => parts.join('')),
  9,
);

/** Marks of strong words and links beside anything that may change what they mean. */
const marked = joined(
  fc.oneof(
    { weight: 6, arbitrary: from('**', '[', '](u)', '](../a_b.md#c)', '](https://www.a.jp/?b=c)') },
    { weight: 6, arbitrary: from('漢', 'か', 'ヵ', 'A', '1', '鿿', 'ゖ') },
    {
      weight: 2,
      arbitrary: from(...WORDS, ...NOTATION, '\u3099', '\uFE00', '\u{E0100}', '한', 'é'),
    },
    from(...SPACES, ...INLINE),
  ),
  12,
);

describe('a source that is read as prose', () => {
  it.each([
    ['signs in any order', hostile],
    ['the lines of a story', story],
    ['lists and quotations', containers],
    ['strong words and links', marked],
  ])('is what the parser makes of it: %s', (_, sources) => {
    fc.assert(
      fc.property(sources, (source) => {
        const prose = mayHoldTable(source) ? undefined : readProse(source, parseWhole);
        if (prose) expect(prose).toEqual(parseWhole(source));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['paragraphs', '　一《いち》\n二。\r\n\r\n「三」\n\n\n\n四'],
    ['headings', '# 一\n## 二　三\n四'],
    ['scene breaks', '一\n\n***\n\n＊\n\n---\n\n* * *\n'],
    ['scene breaks right behind a line', '一\n- - -\n二\n---- - -\n三\n-- --'],
    ['numbers and signs at the head of a line', '12月\n#二\n-三\n+四'],
    ['links', '　[一](u)と\n[二\n三](https://a.jp/?b=c#d_e)'],
    ['strong words', '　**一**《いち》\n二**三\n四**。\n\n**五**'],
    ['a list', '一\n\n- 二\n- 三\n\n四'],
    ['a numbered list', '3. 一\n3. 二\n\n# 三'],
    ['a list behind a quotation behind a list', '- 一\n\n> 二\n\n1. 三\n2. 四'],
    ['a quotation', '一\n\n> 二\n>　三\n>\n> 四\n\n五'],
  ])('needs no parser: %s', (_, source) => {
    const parser = () => {
      throw new Error('asked');
    };
    expect(readProse(source, parser)).toEqual(parseWhole(source));
  });

  it.each([
    ['a quotation in another that ends the source', '> > 一\n>'],
    ['a full stop below a numbered list', '1. 一\n. 二'],
  ])('is what the parser makes of it: %s', (_, source) => {
    expect(readProse(source, parseWhole)).toEqual(parseWhole(source));
  });

  it('has the parser read only the paragraphs that hold Markdown', () => {
    const given: string[] = [];
    readProse('一\n\n*二*\n三\n\n四\n\n## `五`\n六  \n七', (source) => {
      given.push(source);
      return parseWhole(source);
    });
    expect(given).toEqual(['*二*\n三\n\n## `五`\n\n六  \n七']);
  });

  it('has the parser read only the lists and quotations that are more than plain', () => {
    const given: string[] = [];
    readProse('一\n\n- 二\n\n  三\n\n四\n\n- 五\n\n六\n1. **七**\n\n八', (source) => {
      given.push(source);
      return parseWhole(source);
    });
    expect(given).toEqual(['- 二\n\n  三\n\nx\n\n六\n1. **七**\n\nx\n\n']);
  });

  it.each([
    ['a fence behind a list', '- 一\n```\n二\n\n三\n```'],
    ['a fence', '```\n一\n\n二\n```'],
    ['HTML', '<div>\n\n一\n\n</div>'],
    ['a definition', '[一]\n\n[一]: a'],
    ['a footnote', '一[^1]\n\n[^1]: 二'],
  ])('is no more than prose, and not %s', (_, source) => {
    expect(readProse(source, parseWhole)).toBeUndefined();
  });
});
