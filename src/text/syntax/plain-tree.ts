import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Blockquote, Link, List, ListItem, Nodes, Parents, Root } from 'mdast';
import { withoutSpaces } from '../base-text.ts';
import { element, text, VERBATIM } from '../hast.ts';
import { blankLine } from './blank-lines.ts';

/**
 * Whether a text holds nothing but paragraphs, headings, lists, quotations, breaks and what is marked
 * in a line, with no address that could be unsafe: no image, no HTML and nothing else whose attributes
 * or place would have to be judged.
 */
export function isPlain(node: Nodes): boolean {
  switch (node.type) {
    case 'listItem':
      return typeof node.checked !== 'boolean' && node.children.every(isPlain);
    case 'link':
      return SAFE.test(node.url) && node.children.every(isPlainInLink);
    default:
      return PLAIN.has(node.type) && (!('children' in node) || node.children.every(isPlain));
  }
}

function isPlainInLink(node: Nodes): boolean {
  if (node.type === 'link') return false;
  return PLAIN.has(node.type) && (!('children' in node) || node.children.every(isPlainInLink));
}

const PLAIN = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'heading', 'thematicBreak', 'list', 'blockquote', 'text'] as const),
  ...(['break', 'emphasis', 'strong', 'delete', 'inlineCode', 'verbatim', 'blankLine'] as const),
]);

/** Of the addresses that the sanitiser leaves, those that typically stand in a text. */
const SAFE = /^(?:https?:|mailto:|[^:]*$)/u;

export interface PlainTreeOptions {
  /** each line break of the source is one on the page */
  readonly breaks: boolean;
}

/**
 * remark plugin for plain texts: makes the tree that remark-breaks, remark-rehype, the sanitiser and
 * the content model together make, but of positions only those that tell where an address stands.
 * These serve any text; of a plain one nothing is to be taken out but blocks that show nothing.
 */
export function remarkPlainTree({ breaks }: PlainTreeOptions): (tree: Root) => HastRoot {
  return (tree) => {
    const children: HastRoot['children'] = [];
    tree.children.forEach((child, i) => {
      if (i > 0) children.push(text('\n'));
      const block = blockOf(child, breaks);
      if (isShown(block)) children.push(block);
    });
    return { type: 'root', children };
  };
}

function blockOf(node: Nodes, breaks: boolean): Element {
  switch (node.type) {
    case 'thematicBreak':
      return element('hr');
    case 'blankLine':
      return blankLine();
    case 'list':
      return listOf(node, breaks);
    case 'blockquote':
      return quotationOf(node, breaks);
    default:
      return elementOf(node, breaks);
  }
}

function quotationOf(node: Blockquote, breaks: boolean): Element {
  const blocks = node.children.map((child) => blockOf(child, breaks));
  return placed(element('blockquote', {}, inLines(blocks)), node);
}

function listOf(list: List, breaks: boolean): Element {
  const { ordered, start, children } = list;
  const isLoose = list.spread === true || children.some((item) => item.spread === true);
  const isNumbered = typeof start === 'number' && start !== 1;
  const items = children.map((item) => itemOf(item, isLoose, breaks));
  return placed(element(ordered ? 'ol' : 'ul', isNumbered ? { start } : {}, inLines(items)), list);
}

/** An item; where the list is tight its paragraphs are lines of text. */
function itemOf(item: ListItem, isLoose: boolean, breaks: boolean): Element {
  const children: ElementContent[] = [];
  let endsInLine = true;
  for (const child of item.children) {
    const block = blockOf(child, breaks);
    endsInLine = block.tagName === 'p' && !isLoose;
    if (child !== item.children[0] || !endsInLine) children.push(text('\n'));
    if (endsInLine) for (const each of block.children) children.push(each);
    else if (isShown(block)) children.push(block);
  }
  if (!endsInLine) children.push(text('\n'));
  return placed(element('li', {}, children), item);
}

function inLines(blocks: readonly Element[]): ElementContent[] {
  const children: ElementContent[] = [text('\n')];
  for (const block of blocks) {
    if (isShown(block)) children.push(block);
    children.push(text('\n'));
  }
  return children;
}

function isShown({ tagName, children }: Element): boolean {
  return !LINES.has(tagName) || !children.every(isBlank);
}

const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function elementOf(node: Nodes, breaks: boolean): Element {
  const result = placed(element(nameOf(node)), node);
  if (node.type === 'link') addAddress(node, result);
  if ('children' in node) addInline(node, breaks, result.children);
  return result;
}

function addAddress({ url, title }: Link, { properties }: Element): void {
  properties.href = url;
  if (typeof title === 'string') properties.title = title;
}

/** With the place in the source, by which the checks tell where an address stands. */
function placed(made: Element, { position }: Nodes): Element {
  if (position) made.position = position;
  return made;
}

function nameOf(node: Nodes): string {
  if (node.type === 'heading') return `h${String(node.depth)}`;
  return NAMES.get(node.type) ?? 'p';
}

const NAMES = new Map<string, string>([
  ['emphasis', 'em'],
  ['strong', 'strong'],
  ['delete', 'del'],
  ['link', 'a'],
]);

function addInline(parent: Parents, breaks: boolean, children: ElementContent[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') addText(child.value, breaks, children);
    else if (child.type === 'break') children.push(element('br'));
    else {
      const node = inlineOf(child, breaks);
      const [head] = node.children;
      // Behind a break remark-rehype leaves out the spaces at the head of the line.
      if (head?.type === 'text' && isBreak(children.at(-1))) head.value = withoutIndent(head.value);
      children.push(node);
    }
  }
}

function inlineOf(node: Nodes, breaks: boolean): Element {
  if (node.type === 'verbatim') return element(VERBATIM, {}, [text(node.value)]);
  if (node.type !== 'inlineCode') return elementOf(node, breaks);
  return element('code', {}, [text(node.value.replace(/\r?\n|\r/gu, ' '))]);
}

function addText(value: string, breaks: boolean, children: ElementContent[]): void {
  if (!/[\r\n]/u.test(value)) {
    children.push(text(isBreak(children.at(-1)) ? withoutIndent(value) : value));
  } else if (breaks) {
    value.split(/\r\n|\r|\n/u).forEach((line, i) => {
      if (i > 0) children.push(element('br'));
      if (line !== '') children.push(text(isBreak(children.at(-1)) ? withoutIndent(line) : line));
    });
  } else {
    const joined = value
      .split(/(\r\n|\r|\n)/u)
      .map((line, i, all) => withoutEdges(line, i > 0, i < all.length - 1))
      .join('');
    children.push(text(isBreak(children.at(-1)) ? withoutIndent(joined) : joined));
  }
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

function withoutIndent(line: string): string {
  return line.slice(withoutSpaces(line).start);
}

function withoutEdges(line: string, atStart: boolean, atEnd: boolean): string {
  const { start, end } = withoutSpaces(line);
  if (start === end && (atStart || atEnd)) return '';
  return line.slice(atStart ? start : 0, atEnd ? end : line.length);
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t\r\n]*$/u.test(node.value);
}
