import type { Root } from 'hast';
import { eachElement } from '../hast.ts';

/**
 * rehype plugin: puts a prefix before every id and before what refers to it in the same tree, so
 * that several texts can stand on one page.
 *
 * @param prefix - empty: nothing changes
 */
export function rehypeIdPrefix(prefix: string): (tree: Root) => void {
  return (tree) => {
    if (prefix === '') return;
    const ids = new Set<string>();
    eachElement(tree, ({ properties }) => {
      if (typeof properties.id === 'string') ids.add(properties.id);
    });
    eachElement(tree, ({ properties }) => {
      const { id, href } = properties;
      if (typeof id === 'string') properties.id = prefix + id;
      if (typeof href === 'string' && href.startsWith('#') && ids.has(decoded(href.slice(1)))) {
        properties.href = `#${prefix}${href.slice(1)}`;
      }
    });
  };
}

/** An id as an address names it; as it is where the escapes are none. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
