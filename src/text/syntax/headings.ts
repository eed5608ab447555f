import type { Element, Root } from 'hast';
import { eachBlock, eachElement } from '../hast.ts';
import { baseText } from '../base-text.ts';

/**
 * rehype plugin: gives headings ids made of their base text, unique within the tree (typesetting.md,
 * rule 13 and row 25). Where one is `h1`, which is the page's own, all move down one level; and a
 * level that a writer has skipped is closed up, as the outline below the page's `h1` needs it.
 */
export function rehypeHeadings(): (tree: Root) => void {
  return (tree) => {
    const headings: Element[] = [];
    eachBlock(tree, (node) => {
      if (HEADINGS.has(node.tagName) && node.properties.id !== FOOTNOTE_LABEL) headings.push(node);
    });
    if (headings.length === 0) return;
    const ids = new Map<string, number>();
    eachElement(tree, ({ properties: { id } }) => {
      if (typeof id === 'string') ids.set(id, 0);
    });
    const levels = levelsOf(headings.map(({ tagName }) => Number(tagName.slice(1))));
    headings.forEach((heading, i) => {
      heading.tagName = `h${String(levels[i] ?? 2)}`;
      heading.properties.id ??= unused(slugOf(baseText(heading)), ids);
    });
  };
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const FOOTNOTE_LABEL = 'footnote-label';

/** Levels on the page: each heading one below the nearest before it that is above it. */
function levelsOf(typed: readonly number[]): number[] {
  const above: number[] = [];
  return typed.map((level) => {
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return Math.min(6, above.length + 1);
  });
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
  for (let n = ids.get(slug) ?? 0; ; n += 1) {
    const id = n === 0 ? slug : `${slug}-${String(n)}`;
    if (n > 0 || !ids.has(slug)) {
      ids.set(slug, n + 1);
      if (id === slug) return id;
      if (!ids.has(id)) {
        ids.set(id, 1);
        return id;
      }
    }
  }
}
