import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCombinedExtensions } from './combined-extensions.ts';
import { remarkBareAddresses } from './syntax/bare-addresses.ts';
import { remarkEscapes } from './syntax/escapes.ts';
import { remarkIndentedText } from './syntax/indented-text.ts';
import { readProse } from './syntax/prose-source.ts';
import { mayHoldTable, remarkNoTables } from './syntax/tables.ts';

/**
 * Markdown source to mdast. Of prose, which most stories are, the parser reads only what may be more.
 *
 * @throws RangeError when the source is nested too deep for the parser
 */
export function parseSource(source: string): Root {
  return mayHoldTable(source)
    ? parseWhole(source)
    : (readProse(source, parseWhole) ?? parseWhole(source));
}

/** The same by the parser alone. */
export function parseWhole(source: string): Root {
  return (mayHoldTable(source) ? tabled : untabled).parse(source);
}

const tabled = build({ tables: true });
const untabled = build({ tables: false });

function build({ tables }: { tables: boolean }) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(remarkIndentedText)
    .use(remarkEscapes)
    .use(remarkBareAddresses)
    .use(tables ? [] : [remarkNoTables])
    .use(remarkCombinedExtensions)
    .freeze();
}
