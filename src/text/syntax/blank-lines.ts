import type { Element } from 'hast';
import type { Node, Nodes, Parents, Root, RootContent } from 'mdast';
import type { Handler } from 'mdast-util-to-hast';
import { element } from '../hast.ts';

/** A line that the writer left blank. */
export interface BlankLine extends Node {
  type: 'blankLine';
}

declare module 'mdast' {
  interface RootContentMap {
    blankLine: BlankLine;
  }
}

/** What the page has for it. */
export function blankLine(): Element {
  return element('p', { className: ['blank'] }, [element('br')]);
}

/** remark-rehype handler for these lines. */
export const blankLineToHast: Handler = blankLine;

/**
 * remark plugin: keeps the writer's extra blank lines, and paragraphs of U+3000 alone, as
 * `<p class="blank"><br></p>` (typesetting.md, rule 8). Comes before line breaks become nodes.
 */
export function remarkBlankLines(): (tree: Root) => void {
  return keepIn;
}

function keepIn(parent: Parents): void {
  for (const child of parent.children)
    if (BLOCKS.has(child.type) && 'children' in child) keepIn(child);
  if (parent.type !== 'list') keepBlankLines(parent);
}

/** What holds blocks; a list holds nothing but its items. */
const BLOCKS = new Set(['blockquote', 'list', 'listItem', 'footnoteDefinition']);

function keepBlankLines(parent: Parents): void {
  const kept: RootContent[] = [];
  let previous: Nodes | undefined;
  for (const child of parent.children) {
    for (let lines = extraLines(previous, child); lines > 0; lines -= 1)
      kept.push({ type: 'blankLine' });
    const spaces = linesOfSpace(child);
    if (spaces === 0) kept.push(child);
    for (let lines = spaces; lines > 0; lines -= 1) kept.push({ type: 'blankLine' });
    previous = child;
  }
  parent.children = kept;
}

/** Blank lines between two blocks beyond the one that parts them. */
function extraLines(previous: Nodes | undefined, next: Nodes): number {
  if (!previous?.position || !next.position || isUnseen(previous) || isUnseen(next)) return 0;
  return Math.max(0, next.position.start.line - previous.position.end.line - 2);
}

/** What leaves nothing at its place; and HTML inside which a paragraph may not stand. */
function isUnseen(node: Nodes): boolean {
  if (node.type === 'html') return UNSEEN_HTML.test(node.value);
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

const UNSEEN_HTML =
  /^\s*(?:<!|<\?|<\/?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|ul|ol|dl|ruby|picture)\b)/iu;

/** The number of lines of a paragraph that holds ideographic spaces and nothing else. */
function linesOfSpace(node: Nodes): number {
  if (node.type !== 'paragraph' || node.children.length !== 1) return 0;
  const [only] = node.children;
  return only?.type === 'text' && /^[\u3000 \t\r\n]+$/u.test(only.value)
    ? only.value.split(/\r?\n|\r/u).length
    : 0;
}
