import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { Found } from './found.ts';

/**
 * Lines that are a definition to Markdown and so vanish from the page: `[名前]: 台詞` where nothing
 * refers to the name, or where the address is plainly prose; and a footnote without a mark in the
 * text. `[//]: # (…)` is a comment.
 */
export function definitions(nodes: readonly Nodes[]): Found[] {
  const used = new Set(
    nodes.flatMap((node) => ('identifier' in node && isMark(node) ? key(node) : [])),
  );
  return nodes.flatMap((node): Found[] => {
    const isVanished =
      (node.type === 'definition' && !isComment(node) && (!used.has(key(node)) || isProse(node))) ||
      (node.type === 'footnoteDefinition' && !used.has(key(node)));
    if (!isVanished) return [];
    const label = node.label ?? node.identifier;
    const values = node.type === 'definition' ? { label, url: node.url } : { footnote: label };
    return [{ code: 'definition-unused', offset: node.position?.start.offset ?? 0, values }];
  });
}

type Labelled = Nodes & { readonly identifier: string };

function isMark({ type }: Labelled): boolean {
  return type === 'linkReference' || type === 'imageReference' || type === 'footnoteReference';
}

/** Footnotes have names of their own. */
function key({ type, identifier }: Labelled | Definition | FootnoteDefinition): string {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier.toUpperCase()}`;
}

function isComment({ url }: Definition): boolean {
  return url === '#' || url === '';
}

/** Japanese without anything that an address or the name of a file has. */
function isProse({ url }: Definition): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(url) && !/[./#:]/.test(url);
}
