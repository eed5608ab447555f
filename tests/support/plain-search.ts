import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * A search with nothing clever in it, through the pages that readers get: what ours has to equal. It
 * shares no code with it.
 */

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A block of a page: as it is written, and as it is read aloud. */
export interface PlainBlock {
  readonly written: string;
  readonly aloud: string;
}

/** What is searched of an episode's page: its own title, foreword, text and afterword. */
export function plainBlocks(html: string): readonly PlainBlock[] {
  const article = find(parse(html), (one) => one.tagName === 'article')[0];
  if (article === undefined) return [];
  const hasOwnTitle = find(article, (one) => hasClass(one, 'of')).length > 0;
  const searched = find(article, (one) => hasClass(one, 'text') || hasClass(one, 'note'));
  const titles = hasOwnTitle ? find(article, (one) => one.tagName === 'h1') : [];
  return [...titles, ...searched].flatMap((part) => {
    const lines = { written: [''], aloud: [''] };
    collect(part, lines);
    return lines.written.flatMap((written, i) =>
      written.trim() === '' ? [] : [{ written, aloud: lines.aloud[i] ?? '' }],
    );
  });
}

/** Whether one of the blocks holds a term, for each term of a query. */
export function plainMatch(blocks: readonly PlainBlock[], query: string): boolean {
  const terms = query.split(/\s+/).map(plainFold).filter(Boolean);
  return (
    terms.length > 0 &&
    terms.every((term) =>
      blocks.some(({ written, aloud }) =>
        [written, aloud].some((text) => plainFold(text).includes(term)),
      ),
    )
  );
}

export function plainFold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

const inline = new Set(
  'a abbr b bdi bdo cite data del dfn em i iframe img input ins kbd mark q ruby rb rt s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

function collect(node: Node, lines: { written: string[]; aloud: string[] }): void {
  if ('value' in node) {
    add(lines.written, node.value);
    add(lines.aloud, node.value);
    return;
  }
  if (!('tagName' in node) || isApart(node)) return;
  if (node.tagName === 'ruby') {
    collectRuby(node, lines);
    return;
  }
  const isBlock = !inline.has(node.tagName) && node.tagName !== 'br' && node.tagName !== 'wbr';
  if (isBlock) {
    lines.written.push('');
    lines.aloud.push('');
  }
  for (const child of node.childNodes) collect(child, lines);
  if (isBlock) {
    lines.written.push('');
    lines.aloud.push('');
  }
}

function collectRuby(ruby: Element, lines: { written: string[]; aloud: string[] }): void {
  let base = '';
  for (const child of ruby.childNodes) {
    const name = 'tagName' in child ? child.tagName : '';
    if (name === 'rp') continue;
    if (name === 'rt') {
      add(lines.written, base);
      add(lines.aloud, textOf(child));
      base = '';
    } else {
      base += textOf(child);
    }
  }
  add(lines.written, base);
  add(lines.aloud, base);
}

function add(lines: string[], text: string): void {
  lines.push((lines.pop() ?? '') + text);
}

function isApart(node: Element): boolean {
  const { tagName, parentNode } = node;
  const parent = parentNode !== null && 'tagName' in parentNode ? parentNode : undefined;
  const isHeadOfNote = parent !== undefined && isNote(parent) && parent.childNodes[0] === node;
  const isMark =
    parent?.tagName === 'h1' && ['label', 'category'].some((name) => hasClass(node, name));
  return (
    ['code', 'pre', 'rp', 'script'].includes(tagName) ||
    isHeadOfNote ||
    isMark ||
    node.attrs.some(({ name }) => /^data-footnote(?:s|-ref|-backref)$/.test(name))
  );
}

function isNote(node: Element): boolean {
  return hasClass(node, 'note') && node.tagName === 'section';
}

function hasClass(node: Element, name: string): boolean {
  const classes = node.attrs.find((one) => one.name === 'class')?.value.split(' ');
  return classes?.includes(name) === true;
}

function find(node: Node, fits: (element: Element) => boolean): readonly Element[] {
  const own = 'tagName' in node && fits(node) ? [node] : [];
  const below = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...below.flatMap((child) => find(child, fits))];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && isApart(node)) return '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
