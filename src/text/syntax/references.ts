import type { Nodes, Parents, Root } from 'hast';
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

/** Where the addresses of a text are collected. */
export interface References {
  readonly links: Reference[];
  readonly images: ImageReference[];
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
    const { href, src, alt } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string' && !isFootnoteLink(node)) {
      found.links.push({ url: href, line, column });
    } else if (node.tagName === 'img' && typeof src === 'string') {
      found.images.push({ url: src, line, column, alt: typeof alt === 'string' ? alt : '' });
    }
  }
  if (!('children' in node)) return;
  for (const child of node.children) collect(child, { line, column }, found);
}
