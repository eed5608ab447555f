import type { Nodes } from 'mdast';
import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';

/**
 * What was to be a picture, a link or a footnote's mark, and has stayed text: with full-width
 * brackets, with a title that is not in plain quotation marks, with spaces in an address, in double
 * brackets; `[^1]` without its note. Behind a backslash it is meant as it stands.
 */
export function untaken(
  blocks: readonly Prose[],
  nodes: readonly Nodes[],
  source: string,
): Found[] {
  const found = blocks.flatMap((prose) =>
    /[[［]/u.test(prose.syntax)
      ? [...picturesIn(prose), ...bracketsIn(prose), ...marksIn(prose)]
      : [],
  );
  return [
    ...found.filter(({ offset }) => source[offset - 1] !== '\\'),
    ...markedLinks(nodes, source),
  ];
}

function bracketsIn(prose: Prose): Found[] {
  return Array.from(prose.syntax.matchAll(BRACKETS)).flatMap(({ 0: whole, index, groups }) => {
    const { sign, label = '', address = '' } = groups ?? {};
    const { url = '', title } = TARGET.exec(address.trim())?.groups ?? {};
    const isImage = sign !== undefined && IMAGE.test(url);
    if (!isImage && (sign !== undefined || !PAGE.test(url))) return [];
    const words = title?.replace(QUOTES, '').replaceAll('"', '”');
    const right = `[${label}](${plainUrl(url)}${words === undefined ? '' : ` "${words}"`})`;
    const better = isImage ? `!${right}` : right;
    // In HTML nothing is wrong with it, but Markdown does not look there.
    if (better === whole) return [];
    return [foundIn(prose, index, isImage ? 'image-unread' : 'link-unread', { whole, better })];
  });
}

const BRACKETS =
  /(?<sign>[!！][ \u3000]?)?[[［](?<label>[^[\]［］\n]{0,100})[\]］][ \u3000]?[（(](?<address>[^()（）\n]{1,300})[)）]/gu;
/** An address, and what seems to be its title. */
const TARGET = /^(?<url>[^"“”„「」『』＂]*[^\s"“”„「」『』＂])\s*(?<title>["“”„「『＂].*)?$/u;
const QUOTES = /^["“”„「『＂]|["“”」』＂]$/gu;
const IMAGE = /\.(?:jpe?g|png|webp|gif|avif|svg)>?$/iu;
const PAGE = /^<?(?:\.{1,2}\/\S|\.{1,2}\/ ).*|^<?[^\s:。、]+\.md(?:#\S*)?>?$/iu;

/** A space beside a slash slipped in; any other belongs to the name, and needs < and >. */
function plainUrl(url: string): string {
  const plain = url.replace(/^<|>$/g, '').replace(/(?<=\/)\s+|\s+(?=\/)/gu, '');
  return /\s/u.test(plain) ? `<${plain}>` : plain;
}

function picturesIn(prose: Prose): Found[] {
  return Array.from(prose.syntax.matchAll(DOUBLE), ({ 0: whole, index, groups }) => {
    const { name = '', label = '…' } = groups ?? {};
    const better = `![${label}](${plainUrl(name)})`;
    return foundIn(prose, index, 'image-unread', { whole, better });
  });
}

const DOUBLE =
  /[!！]\[\[(?<name>[^[\]|\n]{1,200}\.(?:jpe?g|png|webp|gif|avif|svg))(?:\|(?<label>[^[\]|\n]{1,100}))?\]\]/giu;

function marksIn(prose: Prose): Found[] {
  return Array.from(prose.syntax.matchAll(/\[\^(?<label>[^\s[\]^]{1,30})\]/gu)).flatMap(
    ({ index, groups }) => {
      const isEscaped = prose.sourceOffset(index + 1) - prose.sourceOffset(index) > 1;
      const label = groups?.['label'] ?? '';
      return isEscaped ? [] : [foundIn(prose, index, 'footnote-missing', { label })];
    },
  );
}

/** `！[港](a.jpg)` at the head of a line: Markdown takes a link in it, and leaves the sign. */
function markedLinks(nodes: readonly Nodes[], source: string): Found[] {
  return nodes.flatMap((node): Found[] => {
    if (node.type !== 'link' || !IMAGE.test(node.url)) return [];
    const { start, end } = node.position ?? {};
    const before = source.slice(Math.max(0, (start?.offset ?? 0) - 10), start?.offset);
    const mark = /(?:^|\n)[ \t\u3000>]*(?<mark>[！!][ \u3000]?)$/u.exec(before)?.groups?.['mark'];
    if (mark === undefined) return [];
    const written = source.slice(start?.offset, end?.offset);
    const values = { whole: mark + written, better: `!${written}` };
    return [{ code: 'image-unread', offset: (start?.offset ?? 0) - mark.length, values }];
  });
}
