import type { Element, Nodes, Root } from 'hast';
import { isFootnoteMark, isPhrasing } from './hast.ts';

/**
 * What a reader reads, for counts, search and excerpts: the base text, without readings, code and
 * the marks of footnotes; blocks and line breaks separated by one "\n", empty blocks left out.
 */
export function toPlainText(tree: Root): string {
  return baseText(tree)
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** The same for part of a tree, with a "\n" around each block and for each line break. */
export function baseText(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('');
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') {
    parts.push(node.value.replace(/[ \t]*[\r\n]+[ \t]*/gu, ' '));
  } else if (node.type === 'element' && node.tagName === 'br') {
    parts.push('\n');
  } else if ('children' in node && !(node.type === 'element' && isApart(node))) {
    const edge = node.type === 'root' || isPhrasing(node) ? '' : '\n';
    parts.push(edge);
    for (const child of node.children) collect(child, parts);
    parts.push(edge);
  }
}

const APART = new Set(['rt', 'rp', 'code', 'pre']);

function isApart(node: Element): boolean {
  const { properties } = node;
  return (
    APART.has(node.tagName) ||
    isFootnoteMark(node) ||
    properties['dataFootnoteBackref'] !== undefined ||
    properties.id === 'footnote-label' ||
    properties.role === 'img'
  );
}
