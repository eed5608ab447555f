import type { Element, ElementContent, Properties, Root } from 'hast';
import { contentOf, text } from '../hast.ts';
import { linkOfEmbed } from './embeds.ts';
import { partToHtml } from './html.ts';
import { withoutForbidden } from './xml.ts';

/** Where a text stands on the site. */
export interface FeedHtmlOptions {
  /** the absolute address of its page, with which every address in it is resolved (WHATWG URL) */
  readonly page: string;
}

/**
 * A tree as HTML that a feed carries to readers who have neither our styles nor our scripts: absolute
 * addresses, and of the attributes only what means something by itself. It holds no character that
 * XML forbids, but has to be escaped, or set as CDATA, where it is put into XML.
 *
 * Without ids nothing in it can be led to: the marks of footnotes lead to the page, the links back
 * from the notes are left out. Embeds become links. A blank line holds a no-break space, because
 * feed readers drop empty paragraphs.
 *
 * @throws TypeError when `page` is no absolute address
 */
export function toFeedHtml(tree: Root, options: FeedHtmlOptions): string {
  let html = '';
  for (const part of feedParts(tree, options)) html += partToHtml(part);
  return withoutForbidden(html);
}

/**
 * The parts that `toFeedHtml` writes: of the tree itself where they are carried as they stand.
 *
 * @throws TypeError when `page` is no absolute address
 */
export function feedParts(tree: Root, { page }: FeedHtmlOptions): readonly ElementContent[] {
  const base = new URL(page);
  return contentOf(tree).flatMap((child) => (isPlain(child) ? [child] : carried(child, base)));
}

/** What is carried of a part that does not stand as it is. */
function carried(node: ElementContent, base: URL): readonly ElementContent[] {
  if (node.type !== 'element') return [node];
  const children: ElementContent[] = [];
  for (const child of node.children) {
    if (isPlain(child)) children.push(child);
    else for (const part of carried(child, base)) children.push(part);
  }
  return plain({ ...node, children }, base);
}

/** Whether a part of the tree is carried as it stands, as most paragraphs are. */
function isPlain(node: ElementContent): boolean {
  if (node.type !== 'element') return true;
  for (const name in node.properties) if (name !== '') return false;
  if (CARRIERS.has(node.tagName) || node.tagName === 'iframe' || isBlankLine(node)) return false;
  return node.children.every(isPlain);
}

function plain(node: Element, base: URL): readonly ElementContent[] {
  if (node.properties['dataFootnoteBackref'] !== undefined) return [];
  const properties = attributesOf(node, base);
  if (node.tagName === 'iframe') return [linkOfEmbed({ ...node, properties })];
  if (isBlankLine(node)) return [{ ...node, properties, children: [text('\u00A0')] }];
  const isNothing = CARRIERS.has(node.tagName) && Object.keys(properties).length === 0;
  return isNothing ? node.children : [{ ...node, properties }];
}

/** Elements that are there for their attributes only. */
const CARRIERS = new Set(['a', 'span']);

function isBlankLine({ tagName, children }: Element): boolean {
  const isBreak = (child: ElementContent): boolean =>
    child.type === 'element' && child.tagName === 'br';
  return tagName === 'p' && children.length > 0 && children.every(isBreak);
}

function attributesOf({ properties }: Element, base: URL): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (MEANINGFUL.has(name)) kept[name] = value;
    else if (name === 'href' || name === 'src') {
      const address = URL.parse(String(value), base);
      if (address) kept[name] = address.href;
    }
  }
  return kept;
}

const MEANINGFUL = new Set(
  'alt colSpan dir height lang open reversed rowSpan scope start title width'.split(' '),
);
