import type { Element, ElementContent, Nodes, Properties, Root, RootContent, Text } from 'hast';
import { PHRASING_TAGS } from './tags.ts';

/** The element that carries a character a backslash made literal, until the notation has been read. */
export const VERBATIM = 'tsuzuki-verbatim';

const PHRASING = new Set([...PHRASING_TAGS, VERBATIM]);

/** A hast element; `className` and other properties as hast names them. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

/** A hast text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** Whether a node may stand in a line of text (an element that HTML counts as phrasing content, or text). */
export function isPhrasing(node: Nodes): boolean {
  return node.type === 'text' || (node.type === 'element' && PHRASING.has(node.tagName));
}

/** The children of a root that an element may have too: everything but a doctype. */
export function contentOf(parent: Root | Element): ElementContent[] {
  const children: readonly RootContent[] = parent.children;
  return children.filter((child) => child.type !== 'doctype');
}

/** All text of a node and its descendants, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  let value = '';
  if ('children' in node) for (const child of node.children) value += textOf(child);
  return value;
}

/**
 * Whether some text in these nodes matches, each text judged for itself; what is in elements of the
 * tags to be left out is not judged.
 */
export function hasText(
  nodes: readonly Nodes[],
  expression: RegExp,
  leftOut: ReadonlySet<string> = NONE,
): boolean {
  for (const node of nodes) {
    if (node.type === 'text') {
      if (expression.test(node.value)) return true;
    } else if ('children' in node && !(node.type === 'element' && leftOut.has(node.tagName))) {
      if (hasText(node.children, expression, leftOut)) return true;
    }
  }
  return false;
}

const NONE: ReadonlySet<string> = new Set();

/** Adds a node to a list, joining text to text. */
export function append(list: ElementContent[], node: ElementContent): void {
  const last = list.at(-1);
  if (node.type === 'text' && last?.type === 'text') {
    list[list.length - 1] = text(last.value + node.value);
  } else {
    list.push(node);
  }
}

/** The mark of a footnote in the text: `<sup>` around its link. */
export function isFootnoteMark(node: Element): boolean {
  const [first] = node.children;
  return (
    node.tagName === 'sup' &&
    first?.type === 'element' &&
    first.properties['dataFootnoteRef'] !== undefined
  );
}

/** A link whose text is an address rather than prose: neither notation nor 縦中横 applies to it. */
export function isAddressLink(node: Element): boolean {
  return (
    node.tagName === 'a' && /^(?:https?:\/\/|www\.|mailto:|[\w.+-]+@)\S*$/iu.test(textOf(node))
  );
}

/**
 * Calls a function for every element below a node that is no phrasing content, parents first. No
 * phrasing content holds one, as the content model has it.
 */
export function eachBlock(parent: Root | Element, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || PHRASING.has(child.tagName)) continue;
    visit(child);
    eachBlock(child, visit);
  }
}

/** Calls a function for every element below a node, parents first. */
export function eachElement(parent: Root | Element, visit: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    eachElement(child, visit);
  }
}
