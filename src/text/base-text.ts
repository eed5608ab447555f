import type { Element, Nodes, Root } from 'hast';
import { isFootnoteMark, isPhrasing } from './hast.ts';
import { APART_TAGS } from './tags.ts';

/**
 * The text of part of a tree without readings, code and what footnotes add: a "\n" around each
 * block and for each line break, a space for each line feed of the source.
 */
export function baseText(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('');
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') {
    parts.push(inOneLine(node.value));
  } else if (node.type === 'element' && node.tagName === 'br') {
    parts.push('\n');
  } else if ('children' in node && !(node.type === 'element' && isApart(node))) {
    const edge = node.type === 'root' || isPhrasing(node) ? '' : '\n';
    const label = footnoteLabel(node);
    parts.push(edge);
    for (const child of node.children) if (child !== label) collect(child, parts);
    parts.push(edge);
  }
}

/** Whether an element is no part of the base text. */
export function isApart(node: Element): boolean {
  const { tagName, properties } = node;
  return (
    APART.has(tagName) ||
    isFootnoteMark(node) ||
    properties['dataFootnoteBackref'] !== undefined ||
    properties.role === 'img'
  );
}

const APART = new Set(APART_TAGS);

/** The heading that the pipeline gives to a text's footnotes, in their section; no part of it either. */
export function footnoteLabel(node: Root | Element): Element | undefined {
  if (node.type === 'root' || node.tagName !== 'section') return undefined;
  if (node.properties['dataFootnotes'] === undefined) return undefined;
  return node.children.find(
    (child): child is Element =>
      child.type === 'element' && /(?:^|-)footnote-label$/u.test(String(child.properties.id)),
  );
}

/** A text node's value with a space for each of its line breaks and the spaces around it. */
export function inOneLine(value: string): string {
  if (!value.includes('\n') && !value.includes('\r')) return value;
  const lines = value.split(/[\r\n]+/u).map((line, i, all) => {
    const { start, end } = withoutSpaces(line);
    return line.slice(i > 0 ? start : 0, i < all.length - 1 ? end : line.length);
  });
  return lines.join(' ');
}

/**
 * What a line holds between the spaces and tabs at its ends, as UTF-16 offsets, half-open; a U+3000
 * stays. (A regular expression for the end takes quadratic time in a line of spaces.)
 */
export function withoutSpaces(line: string): { start: number; end: number } {
  let start = 0;
  let end = line.length;
  while (start < end && isSpace(line.charCodeAt(start))) start += 1;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
