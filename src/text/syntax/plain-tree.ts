import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Nodes, Parents, Root } from 'mdast';
import { withoutSpaces } from '../base-text.ts';
import { element, text, VERBATIM } from '../hast.ts';
import { blankLine } from './blank-lines.ts';

/**
 * Whether a text holds nothing but paragraphs, headings, breaks and emphasis: no address, no HTML and
 * nothing else whose attributes or place would have to be judged.
 */
export function isPlain(node: Nodes): boolean {
  return PLAIN.has(node.type) && (!('children' in node) || node.children.every(isPlain));
}

const PLAIN = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'heading', 'thematicBreak', 'text', 'break'] as const),
  ...(['emphasis', 'strong', 'delete', 'verbatim', 'blankLine'] as const),
]);

export interface PlainTreeOptions {
  /** each line break of the source is one on the page */
  readonly breaks: boolean;
}

/**
 * remark plugin for plain texts: makes the tree that remark-breaks, remark-rehype, the sanitiser and
 * the content model together make, but without positions. These serve any text; of a plain one
 * nothing is to be taken out but blocks that show nothing.
 */
export function remarkPlainTree({ breaks }: PlainTreeOptions): (tree: Root) => HastRoot {
  return (tree) => {
    const children: HastRoot['children'] = [];
    tree.children.forEach((child, i) => {
      if (i > 0) children.push(text('\n'));
      const block = blockOf(child, breaks);
      if (block) children.push(block);
    });
    return { type: 'root', children };
  };
}

function blockOf(node: Nodes, breaks: boolean): Element | undefined {
  if (node.type === 'thematicBreak') return element('hr');
  if (node.type === 'blankLine') return blankLine();
  const block = elementOf(node, breaks);
  return block.children.every(isBlank) ? undefined : block;
}

function elementOf(node: Nodes, breaks: boolean): Element {
  const result = element(nameOf(node));
  if ('children' in node) addInline(node, breaks, result.children);
  return result;
}

function nameOf(node: Nodes): string {
  if (node.type === 'heading') return `h${String(node.depth)}`;
  return NAMES.get(node.type) ?? 'p';
}

const NAMES = new Map<string, string>([
  ['emphasis', 'em'],
  ['strong', 'strong'],
  ['delete', 'del'],
]);

function addInline(parent: Parents, breaks: boolean, children: ElementContent[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') addText(child.value, breaks, children);
    else if (child.type === 'break') children.push(element('br'));
    else {
      const node = child.type === 'verbatim' ? verbatimOf(child.value) : elementOf(child, breaks);
      const [head] = node.children;
      // Behind a break remark-rehype leaves out the spaces at the head of the line.
      if (head?.type === 'text' && isBreak(children.at(-1))) head.value = withoutIndent(head.value);
      children.push(node);
    }
  }
}

function verbatimOf(value: string): Element {
  return element(VERBATIM, {}, [text(value)]);
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
