import fc from 'fast-check';
import rehypeSanitize from 'rehype-sanitize';
import remarkBreaks from 'remark-breaks';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { toHtml } from '#src/text/forms/html.ts';
import { parseWhole } from '#src/text/parser.ts';
import { SCHEMA } from '#src/text/sanitise-schema.ts';
import { rehypeAttributes } from '#src/text/syntax/attributes.ts';
import { blankLineToHast, remarkBlankLines } from '#src/text/syntax/blank-lines.ts';
import { rehypeContentModel } from '#src/text/syntax/content-model.ts';
import { verbatimToHast } from '#src/text/syntax/escapes.ts';
import { breakToHast } from '#src/text/syntax/line-breaks.ts';
import { isPlain, remarkPlainTree } from '#src/text/syntax/plain-tree.ts';

const handlers = { blankLine: blankLineToHast, break: breakToHast, verbatim: verbatimToHast };
const libraries = (breaks: boolean) =>
  unified()
    .use(remarkBlankLines)
    .use(breaks ? [remarkBreaks] : [])
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
      ...[' ', '  ', '\t', '\n', '\n', '\n\n', '\n\n\n\n', '\r\n', '\r', '  \n', '\\\n', '\n '],
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('the tree of a plain text', () => {
  it.each([true, false])('is what the libraries make of it (breaks kept: %s)', (breaks) => {
    const [whole, plain] = [libraries(breaks), spared(breaks)];
    fc.assert(
      fc.property(sources, (source) => {
        if (!isPlain(parseWhole(source))) return;
        const tree = plain.runSync(parseWhole(source));
        expect(toHtml(tree)).toBe(toHtml(whole.runSync(parseWhole(source))));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '[一](u)',
    '![一](u)',
    '<b>一</b>',
    '`一`',
    '- 一',
    '> 一',
    '一[^1]\n\n[^1]: 二',
    '[a]: b',
  ])('is not made of %j, which has to be judged', (source) => {
    expect(isPlain(parseWhole(source))).toBe(false);
  });

  it('is made of emphasis, headings, breaks and what was escaped', () => {
    expect(isPlain(parseWhole('# 一\n\n**二***三*~~四~~\\《  \n五\n\n***'))).toBe(true);
  });
});
