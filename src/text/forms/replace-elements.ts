import type { Element, ElementContent, Root } from 'hast';
import { contentOf } from '../hast.ts';

/**
 * A copy of what a tree holds, with each element replaced by what `replace` makes of it, children
 * before parents; the tree itself, which other forms are made of, stays as it is.
 *
 * @param replace - is given a copy whose children are replaced already
 */
export function replaceElements(
  parent: Root | Element,
  replace: (element: Element) => readonly ElementContent[],
): ElementContent[] {
  const replaced: ElementContent[] = [];
  for (const child of contentOf(parent)) {
    if (child.type === 'element') {
      const { type, tagName, properties } = child;
      const copy = { type, tagName, properties, children: replaceElements(child, replace) };
      for (const node of replace(copy)) replaced.push(node);
    } else {
      replaced.push(child);
    }
  }
  return replaced;
}
