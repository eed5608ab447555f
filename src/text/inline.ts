import type { ElementContent, Root } from 'hast';
import { rememberTexts } from '#src/manuscript/remember.ts';
import { toHtml } from './forms/html.ts';
import { append, element, text, VERBATIM } from './hast.ts';
import { isJapanese } from './language.ts';
import { baseText } from './base-text.ts';
import { INLINE_ESCAPES } from './syntax/escapes.ts';
import { rehypeNotation } from './syntax/notation.ts';
import { rehypeTateChuYoko } from './syntax/tate-chu-yoko.ts';
import { rehypeVerbatim } from './syntax/verbatim.ts';

/**
 * A title or a name: the notation (ruby, dots, 縦中横, `\{` `\|` `\《` `\｜`) without Markdown or HTML,
 * as phrasing content (typesetting.md, rule 13).
 */
export function parseInline(source: string, language: string): Root {
  const tree: Root = { type: 'root', children: withVerbatim(source) };
  rehypeNotation(language)(tree);
  rehypeVerbatim()(tree);
  if (isJapanese(language)) rehypeTateChuYoko()(tree);
  return tree;
}

/** The same as HTML. */
export const inlineHtml = rememberTexts((source, language) =>
  toHtml(parseInline(source, language)),
);

/** The same as text without its readings, for ids, `<title>`, feeds and counts. */
export function inlineText(source: string, language: string): string {
  // Most names are their own text, and each page has a dozen of them.
  return SIGN.test(source) ? withoutNotation(source, language) : source;
}

/** What there is some of where a name is not its own text: notation, an escape, a line break. */
const SIGN = /[《{\\\r\n]/u;

const withoutNotation = rememberTexts((source, language) =>
  baseText(parseInline(source, language)),
);

function withVerbatim(source: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let from = 0;
  for (const { 0: escape, index } of source.matchAll(INLINE_ESCAPES)) {
    if (index > from) append(nodes, text(source.slice(from, index)));
    nodes.push(element(VERBATIM, {}, [text(escape.slice(1))]));
    from = index + escape.length;
  }
  if (from < source.length) append(nodes, text(source.slice(from)));
  return nodes;
}
