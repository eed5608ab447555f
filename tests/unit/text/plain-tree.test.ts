import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseWhole } from '#src/text/parser.ts';
import { SCHEMA } from '#src/text/sanitise-schema.ts';
import { remarkAddresses } from '#src/text/syntax/addresses.ts';
import { rehypeAttributes } from '#src/text/syntax/attributes.ts';
import { blankLineToHast, remarkBlankLines } from '#src/text/syntax/blank-lines.ts';
import { rehypeContentModel } from '#src/text/syntax/content-model.ts';
import { verbatimToHast } from '#src/text/syntax/escapes.ts';
import { breakToHast } from '#src/text/syntax/line-breaks.ts';
import { rehypeReferences } from '#src/text/syntax/references.ts';
import { isPlain, remarkPlainTree } from '#src/text/syntax/plain-tree.ts';

const handlers = { blankLine: blankLineToHast, break: breakToHast, verbatim: verbatimToHast };
const libraries = (breaks: boolean) =>
  unified()
    .use(remarkBlankLines)
    .use(breaks ? [remarkBreaks] : [])
    .use(remarkAddresses)
    .use(remarkRehype, { allowDangerousHtml: true, handlers })
    .use(rehypeSanitize, SCHEMA)
    .use(rehypeContentModel)
    .use(rehypeAttributes)
    .freeze();
const spared = (breaks: boolean) =>
  unified().use(remarkBlankLines).use(remarkPlainTree, { breaks }).freeze();

const sources = fc
  .array(
    fc.constantFrom(
      ...['漢', 'か', 'A', '　', '𠮟', '。', '&amp;', '&#32;', '&#9;', '&#10;', '&#13;', '&lt;'],
      ...['*', '**', '***', '~~', '*か*', '**か**', '\\|', '\\《', '\\', '# ', '## ', '#', '---'],
      ...[
        '- ',
        '- ',
        '* ',
        '1. ',
        '7) ',
        '> ',
        '> ',
        '\n- ',
        '\n  ',
        '\n> ',
        '\n\n  ',
        '`',
        '`か`',
      ],
      ...['[', '](u)', '](<a b> "題")', '](javascript:か)', '](a:b)', '](?a:b)', '](//a.jp "")'],
      ...['[か](mailto:a@b.jp)', '<https://a.jp>', 'https://a.jp/漢', 'a@b.jp', '<tel:1>', '![か]'],
      ...[' ', '  ', '\t', '\n', '\n', '\n\n', '\n\n\n\n', '\r\n', '\r', '  \n', '\\\n', '\n '],
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const addressesIn = (tree: Root) => {
  const found = { links: [], images: [], embeds: [] };
  rehypeReferences(found)(tree);
  return found;
};

describe('the tree of a plain text', () => {
  it.each([true, false])('is what the libraries make of it (breaks kept: %s)', (breaks) => {
    const [whole, plain] = [libraries(breaks), spared(breaks)];
    fc.assert(
      fc.property(sources, (source) => {
        if (!isPlain(parseWhole(source))) return;
        const tree = plain.runSync(parseWhole(source));
        const expected = whole.runSync(parseWhole(source));
        expect(toHtml(tree)).toBe(toHtml(expected));
        expect(addressesIn(tree)).toEqual(addressesIn(expected));
      }),
      { numRuns: 2500 },
    );
  });

  it.each([
    '[一](javascript:alert)',
    '[一][a]\n\n[a]: b',
    '![一](u)',
    '[![一](u)](u)',
    '[<b>一</b>](u)',
    '<b>一</b>',
    '- [ ] 一',
    '```\n一\n```',
    '一[^1]\n\n[^1]: 二',
    '[a]: b',
  ])('is not made of %j, which has to be judged', (source) => {
    expect(isPlain(parseWhole(source))).toBe(false);
  });

  it('is made of lists, quotations, code and links', () => {
    expect(isPlain(parseWhole('3. 一\n   - `二`\n\n> [三](u "題")https://a.jp'))).toBe(true);
  });

  it('is made of emphasis, headings, breaks and what was escaped', () => {
    expect(isPlain(parseWhole('# 一\n\n**二***三*~~四~~\\《  \n五\n\n***'))).toBe(true);
  });
});
