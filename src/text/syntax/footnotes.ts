import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import { SKIP, visit } from 'unist-util-visit';
import { text } from '../hast.ts';
import { wordsOf } from '../language.ts';

/**
 * remark plugin: numbers footnotes by their first mention, so that ids are plain (`fn-1`, `fnref-1`)
 * whatever the writer has called them.
 */
export function remarkFootnotes(): (tree: Root) => void {
  return (tree) => {
    const numbers = new Map<string, string>();
    visit(tree, 'footnoteReference', (node) => {
      const key = node.identifier.toUpperCase();
      const number = numbers.get(key) ?? String(numbers.size + 1);
      numbers.set(key, number);
      node.identifier = number;
    });
    visit(tree, 'footnoteDefinition', (node, index, parent) => {
      const number = numbers.get(node.identifier.toUpperCase());
      if (number !== undefined) {
        node.identifier = number;
      } else if (parent && index !== undefined) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      return undefined;
    });
  };
}

/** What remark-rehype needs to know about footnotes. */
export function footnoteOptions(language: string): Options {
  const words = wordsOf(language);
  return {
    clobberPrefix: '',
    footnoteLabel: words.footnotes,
    footnoteLabelProperties: {},
    footnoteBackLabel: (index, mention) => words.back(index + 1, mention),
    footnoteBackContent: '↩',
  };
}

/** rehype plugin: names each footnote's mark for those who hear it. */
export function rehypeFootnotes(language: string): (tree: HastRoot) => void {
  const words = wordsOf(language);
  return (tree) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'a' || node.properties['dataFootnoteRef'] === undefined) return;
      const [mark] = node.children;
      if (mark?.type !== 'text') return;
      node.properties['ariaLabel'] = words.footnote(Number(mark.value));
      node.children = [text(mark.value)];
    });
  };
}
