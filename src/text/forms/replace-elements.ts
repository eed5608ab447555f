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
  return contentOf(parent).flatMap((child) =>
    child.type === 'element'
      ? replace({ ...child, children: replaceElements(child, replace) })
      : [child],
  );
}
