import type { Element, Root } from 'hast';
import { eachElement } from '../hast.ts';
import { baseText } from '../plain-text.ts';

/**
 * rehype plugin: gives headings ids made of their base text, unique within the tree (typesetting.md,
 * rule 13 and row 25), takes out empty ones, and moves all of them down one level where one is `h1`,
 * which is the page's own.
 */
export function rehypeHeadings(): (tree: Root) => void {
  return (tree) => {
    const headings: Element[] = [];
    const ids = new Map<string, number>();
    eachElement(tree, (node) => {
      const { id } = node.properties;
      if (typeof id === 'string') ids.set(id, 0);
      if (/^h[1-6]$/u.test(node.tagName)) headings.push(node);
    });
    const isShifted = headings.some(({ tagName }) => tagName === 'h1');
    for (const heading of headings) {
      if (isShifted && heading.properties['id'] !== 'footnote-label') {
        heading.tagName = `h${String(Math.min(6, Number(heading.tagName.slice(1)) + 1))}`;
      }
      heading.properties['id'] ??= unused(slugOf(baseText(heading)), ids);
    }
  };
}

/** Lower case, with letters, marks, digits, `_` and `-` kept and ASCII spaces as `-`. */
function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[ \t\n]+/gu, '-');
  return words.replace(/[^\p{L}\p{M}\p{N}_-]/gu, '') || 'section';
}

/** The slug itself, or with the first number that makes it new; `ids` counts what each slug has used. */
function unused(slug: string, ids: Map<string, number>): string {
  let n = ids.get(slug) ?? -1;
  let id = slug;
  do {
    n += 1;
    id = n === 0 ? slug : `${slug}-${String(n)}`;
  } while (ids.has(id));
  ids.set(slug, n).set(id, Math.max(n, ids.get(id) ?? 0));
  return id;
}
