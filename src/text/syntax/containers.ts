import type { BlockContent, Blockquote, List, ListItem } from 'mdast';
import { BLOCK, HEADING, mayHoldMarkup, RULE } from './block-signs.ts';
import { behindSpaces, isSpace, plainParagraph, span, type Line } from './source-lines.ts';

/**
 * The mdast of a stretch of lines that is a list of short items or a quotation of plain paragraphs,
 * as the parser makes it; undefined where it is, or might be, anything else.
 *
 * @param lines - all that may belong to it, none of them blank
 */
export function readContainer(
  lines: readonly Line[],
  source: string,
): List | Blockquote | undefined {
  const [first] = lines;
  if (!first) return undefined;
  return source.charCodeAt(first.offset) === QUOTATION
    ? readQuotation(lines, source)
    : readList(lines, source);
}

const QUOTATION = 0x3e;

function readList(lines: readonly Line[], source: string): List | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const children: ListItem[] = [];
  const opening = ITEM_LINE.exec(source.slice(first.offset, first.end));
  if (!opening) return undefined;
  for (const line of lines) {
    const text = source.slice(line.offset, line.end);
    const [head, , marker] = ITEM_LINE.exec(text) ?? [];
    if (head === undefined || marker !== opening[2] || !isPlainLine(text.slice(head.length))) {
      return undefined;
    }
    children.push(item(line, line.offset + head.length, source));
  }
  const [, number = ''] = opening;
  return {
    type: 'list',
    ordered: number !== '',
    start: number === '' ? null : Number(number),
    spread: false,
    children,
    position: span(first, first.offset, last),
  };
}

/** A number, where there is one, and the sign that the items of one list have in common. */
const ITEM_LINE = /^(?:(\d{1,9})(?=[.)])|(?=[*+-]))([*+.)-]) {1,4}(?! )/u;

function item(line: Line, from: number, source: string): ListItem {
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [plainParagraph(source.slice(from, line.end), line, from, line)],
    position: span(line, line.offset, line),
  };
}

function readQuotation(lines: readonly Line[], source: string): Blockquote | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const children: BlockContent[] = [];
  let open: Line[] = [];
  const close = (): void => {
    const [head] = open;
    const tail = open.at(-1);
    if (!head || !tail) return;
    const value = open
      .map((line, i) => source.slice(line.text, line.end) + endingBehind(line, open[i + 1], source))
      .join('');
    children.push(plainParagraph(value, head, head.text, tail));
    open = [];
  };
  for (const line of lines) {
    if (source.charCodeAt(line.offset) !== QUOTATION) return undefined;
    const text = behindSpaces(source, line.offset + 1, line.end);
    if (text < line.end) {
      if (!isPlainLine(source.slice(text, line.end))) return undefined;
      open.push({ ...line, text });
    } else {
      // What stands empty at an edge of a quotation has rules of its own.
      if (line === first || line === last) return undefined;
      close();
    }
  }
  close();
  return { type: 'blockquote', children, position: span(first, first.offset, last) };
}

function endingBehind(line: Line, next: Line | undefined, source: string): string {
  return next ? source.slice(line.end, next.offset) : '';
}

/** Whether a line in a container is text and nothing but text. */
function isPlainLine(text: string): boolean {
  if (text === '' || isSpace(text.charCodeAt(text.length - 1)) || mayHoldMarkup(text)) return false;
  return !HEADING.test(text) && !RULE.test(text) && !BLOCK.test(text);
}
