import type { Element, ElementContent, Properties, Root } from 'hast';
import { find, html } from 'property-information';

/**
 * A tree as the HTML of a page, a fragment, byte for byte as hast-util-to-html writes it. That serves
 * any tree and takes several times as long, a good part of the whole pipeline; this one knows what a
 * finished tree holds, elements and text.
 */
export function toHtml(tree: Root): string {
  return inside(tree);
}

/** The same of a part of a tree. */
export function partToHtml(node: ElementContent): string {
  if (node.type === 'text') return escaped(node.value);
  return node.type === 'element' ? whole(node) : '';
}

function inside(parent: Root | Element): string {
  let result = '';
  for (const child of parent.children) {
    if (child.type === 'text') result += escaped(child.value);
    else if (child.type === 'element') result += whole(child);
  }
  return result;
}

function whole(node: Element): string {
  const { tagName, properties, children } = node;
  let attributes = '';
  for (const name in properties) attributes += attribute(name, properties[name]);
  const opening = `<${tagName}${attributes}>`;
  if (children.length === 0 && VOID.has(tagName)) return opening;
  return `${opening}${inside(node)}</${tagName}>`;
}

function escaped(value: string): string {
  return /[<&]/u.test(value) ? value.replace(/[<&]/gu, reference) : value;
}

/** Elements that hold nothing and are not closed. */
export const VOID: ReadonlySet<string> = new Set([
  'br',
  'col',
  'hr',
  'img',
  'input',
  'source',
  'wbr',
]);

function attribute(property: string, value: Properties[string]): string {
  const { name, isBoolean } = nameOf(property);
  if (value === undefined || value === null || value === false) return '';
  if (value === true || (isBoolean && (value === '' || value === name))) return ` ${name}`;
  const written = Array.isArray(value) ? value.join(' ') : String(value);
  return ` ${name}="${attributeValue(written)}"`;
}

/** A value as it stands between the quotation marks of an attribute. */
export function attributeValue(value: string): string {
  return value.replace(/["&'`\0]/gu, reference);
}

interface Name {
  readonly name: string;
  readonly isBoolean: boolean;
}

const names = new Map<string, Name>();

function nameOf(property: string): Name {
  const known = names.get(property);
  if (known) return known;
  const { attribute, boolean } = find(html, property);
  const name = { name: attribute, isBoolean: boolean };
  names.set(property, name);
  return name;
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
