import type { Element, ElementContent, Nodes, Root } from 'hast';
import { append, contentOf, VERBATIM } from '../hast.ts';

/** rehype plugin: puts literal characters back into the text around them, once the notation is read. */
export function rehypeVerbatim(): (tree: Root) => void {
  return unwrapIn;
}

function unwrapIn(parent: Root | Element): void {
  let hasCarrier = false;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === VERBATIM) hasCarrier = true;
    unwrapIn(child);
  }
  if (!hasCarrier) return;
  const children: ElementContent[] = [];
  for (const child of contentOf(parent)) {
    for (const node of isCarrier(child) ? child.children : [child]) append(children, node);
  }
  parent.children = children;
}

function isCarrier(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === VERBATIM;
}
