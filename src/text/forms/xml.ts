import type { Element, ElementContent, Properties } from 'hast';
import { find, html } from 'property-information';
import { VOID } from './html.ts';

/**
 * Nodes as well-formed XML (W3C, XML 1.0, fifth edition) that an HTML parser reads alike: only what
 * cannot hold anything is closed in its own tag. Comments are left out.
 */
export function toXml(nodes: readonly ElementContent[]): string {
  const parts: string[] = [];
  for (const node of nodes) write(node, parts);
  return withoutForbidden(parts.join(''));
}

/**
 * A text without the characters that XML 1.0 allows in no document, not even as references, and
 * without the other controls, which it advises against (2.2).
 */
export function withoutForbidden(value: string): string {
  return SUSPECT.test(value) ? value.replace(FORBIDDEN, '') : value;
}

// By code unit, which is several times as fast: where there is no surrogate, it finds all of them.
// eslint-disable-next-line no-control-regex -- controls are what it looks for
const SUSPECT = /[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFFFE\uFFFF]/;
const FORBIDDEN = /[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text between two tags. */
export function escapeXml(value: string): string {
  // Many times as quick as one expression with a function is: whole texts go through here.
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** The value of an attribute, to stand between double quotation marks. */
export function escapeXmlAttribute(value: string): string {
  return value.replace(/[&<>"\t\n\r]/gu, reference);
}

function write(node: ElementContent, parts: string[]): void {
  if (node.type === 'text') parts.push(escapeXml(node.value));
  if (node.type !== 'element') return;
  parts.push('<', node.tagName, attributesOf(node));
  if (VOID.has(node.tagName)) {
    parts.push(' />');
    return;
  }
  parts.push('>');
  for (const child of node.children) write(child, parts);
  parts.push('</', node.tagName, '>');
}

function attributesOf({ properties }: Element): string {
  return Object.entries(properties)
    .map(([property, value]) => {
      const { attribute, boolean } = find(html, property);
      const written = valueOf(value, boolean);
      if (written === undefined) return '';
      return ` ${attribute}="${escapeXmlAttribute(written)}"`;
    })
    .join('');
}

/** An attribute's value; undefined: it is not set. */
function valueOf(value: Properties[string], isBoolean: boolean): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (isBoolean || value === true) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

// In an attribute a reference is the only white space that a parser does not make a space of.
function reference(character: string): string {
  return NAMED.get(character) ?? `&#${String(character.codePointAt(0))};`;
}

const NAMED = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
