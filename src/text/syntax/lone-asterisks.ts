import type { Root } from 'mdast';
import { changeNodes } from '../mdast.ts';
import type { VFile } from 'vfile';

/**
 * remark plugin: a line of `*` or `* *` alone, which Markdown takes for an empty list, is a paragraph
 * of marks and so a scene break (typesetting.md, rule 9).
 */
export function remarkLoneAsterisks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    changeNodes(tree, (node) => {
      if (node.type !== 'list') return undefined;
      const { start, end } = { start: node.position?.start.offset, end: node.position?.end.offset };
      if (start === undefined || end === undefined || end - start > LONGEST) return undefined;
      const value = source.slice(start, end).trim();
      const isMarks = /^\*(?:[ \t]+\*)?$/u.test(value);
      return isMarks ? [{ type: 'paragraph', children: [{ type: 'text', value }] }] : undefined;
    });
  };
}

const LONGEST = 16;
