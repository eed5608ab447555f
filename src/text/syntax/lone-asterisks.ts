import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { changeNodes } from '../mdast.ts';

/**
 * remark plugin: a line of `*` or `* *` alone, which Markdown takes for an empty list, is a paragraph
 * of marks and so a scene break (typesetting.md, rule 9).
 */
export function remarkLoneAsterisks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (!ENDING.test(source)) return;
    changeNodes(tree, (node, parent) => {
      if (node.type !== 'list' || parent.type === 'listItem') return undefined;
      const { start, end } = node.position ?? {};
      const list = source.slice(start?.offset ?? 0, end?.offset ?? 0);
      if (/[^*\s]/u.test(list)) return undefined;
      const lines = list.split(/\r?\n|\r/u).map((line) => line.trim());
      return lines
        .filter((line) => line !== '')
        .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
    });
  };
}

/** An asterisk at the end of a line, as each of these lines has it and few others. */
const ENDING = /\*\s*$/mu;
