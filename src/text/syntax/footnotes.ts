import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { Options } from 'remark-rehype';
import { eachElement, text } from '../hast.ts';
import { wordsOf } from '../language.ts';
import { changeNodes } from '../mdast.ts';

/**
 * remark plugin: numbers footnotes by their first mention, so that ids are plain (`fn-1`, `fnref-1`)
 * whatever the writer has called them.
 */
export function remarkFootnotes(): (tree: Root) => void {
  return (tree) => {
    const numbers = new Map<string, string>();
    changeNodes(tree, (node) => {
      if (node.type !== 'footnoteReference') return undefined;
      const key = node.identifier.toUpperCase();
      const number = numbers.get(key) ?? String(numbers.size + 1);
      numbers.set(key, number);
      node.identifier = number;
      return undefined;
    });
    changeNodes(tree, (node) => {
      if (node.type !== 'footnoteDefinition') return undefined;
      const number = numbers.get(node.identifier.toUpperCase());
      if (number === undefined) return [];
      node.identifier = number;
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
    eachElement(tree, (node) => {
      if (node.tagName === 'section' && node.properties['dataFootnotes'] === true) {
        node.properties['dataFootnotes'] = '';
      }
      if (node.tagName !== 'a' || node.properties['dataFootnoteRef'] === undefined) return;
      node.properties['dataFootnoteRef'] = '';
      const [mark] = node.children;
      if (mark?.type !== 'text' || !/^\d+$/u.test(mark.value)) return;
      node.properties.ariaLabel = words.footnote(Number(mark.value));
      node.children = [text(mark.value)];
    });
  };
}
