import type { Element, ElementContent, Root } from 'hast';
import { append, contentOf, VERBATIM } from '../hast.ts';

/** rehype plugin: puts literal characters back into the text around them, once the notation is read. */
export function rehypeVerbatim(): (tree: Root) => void {
  return unwrapIn;
}

function unwrapIn(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of contentOf(parent)) {
    if (child.type === 'element') unwrapIn(child);
    const isCarrier = child.type === 'element' && child.tagName === VERBATIM;
    for (const node of isCarrier ? child.children : [child]) append(children, node);
  }
  parent.children = children;
}
