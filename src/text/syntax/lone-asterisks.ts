import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * remark plugin: a line of `*` or `* *` alone, which Markdown takes for an empty list, is a paragraph
 * of marks and so a scene break (typesetting.md, rule 9).
 */
export function remarkLoneAsterisks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    visit(tree, 'list', (node, index, parent) => {
      if (!parent || index === undefined) return;
      const { start, end } = { start: node.position?.start.offset, end: node.position?.end.offset };
      if (start === undefined || end === undefined || end - start > LONGEST) return;
      const value = source.slice(start, end).trim();
      if (/^\*(?:[ \t]+\*)?$/u.test(value)) {
        parent.children[index] = { type: 'paragraph', children: [{ type: 'text', value }] };
      }
    });
  };
}

const LONGEST = 16;
