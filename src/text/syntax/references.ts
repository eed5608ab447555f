import type { Nodes, Parents, Properties, Root } from 'hast';
import { isFootnoteLink } from './links.ts';

/** An address in the source; line and column are 1-based. */
export interface Reference {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** An image's address, with its alternative text as typed. */
export interface ImageReference extends Reference {
  readonly alt: string;
}

/** A frame's address, with its title as typed. */
export interface EmbedReference extends Reference {
  readonly title: string;
}

/** Where the addresses of a text are collected. */
export interface References {
  readonly links: Reference[];
  readonly images: ImageReference[];
  readonly embeds: EmbedReference[];
}

/** rehype plugin: collects addresses in reading order, before anything is taken out. */
export function rehypeReferences(found: References): (tree: Root) => void {
  return (tree) => {
    collect(tree, { line: 1, column: 1 }, found);
  };
}

function collect(
  node: Nodes | Parents,
  around: { line: number; column: number },
  found: References,
): void {
  const { line, column } = node.position?.start ?? around;
  if (node.type === 'element') {
    const { href, src, alt, title } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string' && !isFootnoteLink(node)) {
      found.links.push({ url: href, line, column });
    } else if (node.tagName === 'img' && typeof src === 'string') {
      found.images.push({ url: src, line, column, alt: typed(alt) });
    } else if (node.tagName === 'iframe') {
      found.embeds.push({ url: typed(src), line, column, title: typed(title) });
    }
  }
  if (!('children' in node)) return;
  for (const child of node.children) collect(child, { line, column }, found);
}

function typed(value: Properties[string]): string {
  return typeof value === 'string' ? value : '';
}
