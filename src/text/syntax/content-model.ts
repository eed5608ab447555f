import type { Element, ElementContent, Root } from 'hast';
import { contentOf, element, isPhrasing, text, textOf } from '../hast.ts';

/**
 * rehype plugin: makes the tree follow HTML's content models, which neither the parser nor the
 * sanitiser sees to (HTML Standard, 3.2.5): no block in a line of text, no link in a link, items in
 * lists only, ruby with readings. What does not fit is replaced by what it holds; text stays.
 */
export function rehypeContentModel(): (tree: Root) => void {
  return (tree) => {
    tree.children = inParagraphs(contentOf(tree).flatMap((child) => fit(child, FLOW)));
  };
}

interface Place {
  readonly parent: string;
  readonly phrasing: boolean;
  readonly inLink: boolean;
  readonly inRuby: boolean;
}

const FLOW: Place = { parent: '', phrasing: false, inLink: false, inRuby: false };

/** Elements, apart from phrasing content, that hold phrasing content only. */
const LINES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'summary', 'dt', 'th']);

/** Elements that stand in certain parents only. */
const PARENTS = new Map([
  ['li', ['ul', 'ol']],
  ['dt', ['dl']],
  ['dd', ['dl']],
  ['rt', ['ruby']],
  ['rp', ['ruby']],
  ['summary', ['details']],
  ['figcaption', ['figure']],
  ['caption', ['table']],
]);

function fit(node: ElementContent, place: Place): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  const children = (): ElementContent[] => node.children.flatMap((child) => fit(child, place));
  const name = node.tagName;
  if (name === 'iframe' && place.inLink) return [];
  if (name === 'a' && place.inLink) return [element('span', idOf(node), children())];
  if (!isPlaced(node, place)) return children();
  const inside = {
    parent: name,
    phrasing: place.phrasing || LINES.has(name) || isPhrasing(node),
    inLink: place.inLink || name === 'a',
    inRuby: place.inRuby || name === 'ruby',
  };
  node.children = inOrder(
    name,
    node.children.flatMap((child) => fit(child, inside)),
  );
  return node.children.length > 0 || !NEEDING.has(name) || node.properties.id ? [node] : [];
}

/** Elements that are nothing when they hold nothing. */
const NEEDING = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl ruby figure sup sub tr thead tbody tfoot'.split(' '),
);

function isPlaced(node: Element, place: Place): boolean {
  const name = node.tagName;
  if (!(PARENTS.get(name)?.includes(place.parent) ?? true)) return false;
  if (name === 'ruby') return !place.inRuby && isRuby(node);
  if (name === 'dl') return !place.phrasing && isDescriptionList(node);
  if (name === 'details') return !place.phrasing && firstChild(node) === 'summary';
  if (name === 'bdo') return node.properties.dir !== undefined;
  if (isPhrasing(node)) return place.phrasing || !holdsBlock(node);
  return !place.phrasing;
}

function inOrder(name: string, children: ElementContent[]): ElementContent[] {
  if (name === 'ul' || name === 'ol') return inItems(children);
  if (/^(?:p|h[1-6])$/u.test(name)) return isBlank(children) ? [] : children;
  if (name === 'tr') return isBlank(children) ? [] : children;
  if (name !== 'table') return children;
  const isCaption = (child: ElementContent): boolean => nameOf(child) === 'caption';
  return [
    ...children.filter(isCaption).slice(0, 1),
    ...children.filter((child) => !isCaption(child)),
  ];
}

/** What stands in a list outside its items, put into items. */
function inItems(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let item: Element | undefined;
  for (const child of children) {
    if (nameOf(child) === 'li' || (!item && isBlank([child]))) {
      item = undefined;
      result.push(child);
    } else if (item) {
      item.children.push(child);
    } else {
      item = element('li', {}, [child]);
      result.push(item);
    }
  }
  return result;
}

/** Text that stands in the open, put into paragraphs. */
function inParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let line: ElementContent[] = [];
  const flush = (): void => {
    if (isBlank(line)) for (const node of line) result.push(node);
    else result.push(element('p', {}, trimmed(line)));
    line = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) {
      line.push(node);
    } else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function trimmed(line: readonly ElementContent[]): ElementContent[] {
  return line.flatMap((node, i): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const start = i === 0 ? node.value.replace(/^[ \t\r\n]+/u, '') : node.value;
    const value = i === line.length - 1 ? start.replace(/[ \t\r\n]+$/u, '') : start;
    return value === '' ? [] : [text(value)];
  });
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && /^[ \t\r\n]*$/u.test(node.value));
}

function isRuby(node: Element): boolean {
  const names = node.children.filter((child) => textOf(child).trim() !== '').map(nameOf);
  return names.includes('rt') && names[0] !== 'rt' && names[0] !== 'rp';
}

/** One or more groups of names, each followed by its descriptions. */
function isDescriptionList(node: Element): boolean {
  const names = node.children.filter((child) => textOf(child).trim() !== '').map(nameOf);
  return /^(?:(?:dt )+(?:dd )+)+$/u.test(`${names.join(' ')} `);
}

function holdsBlock(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (!isPhrasing(child) || holdsBlock(child)),
  );
}

function firstChild(node: Element): string {
  const first = node.children.find((child) => !isBlank([child]));
  return first ? nameOf(first) : '';
}

function nameOf(node: ElementContent): string {
  return node.type === 'element' ? node.tagName : '';
}

function idOf({ properties: { id } }: Element): { id: string } | Record<string, never> {
  return typeof id === 'string' ? { id } : {};
}
