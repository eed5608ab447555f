import type { Root } from 'hast';
import { eachElement } from '../hast.ts';

/**
 * rehype plugin: alignment, of a table's columns or of HTML that a writer types, becomes the class
 * `align-left`, `align-center` or `align-right`: HTML has no `align` and our pages no `style`.
 */
export function rehypeAlignment(): (tree: Root) => void {
  return (tree) => {
    eachElement(tree, (node) => {
      if (node.properties.align === undefined) return;
      const { align, className, ...others } = node.properties;
      const classes = Array.isArray(className) ? className : [];
      const name = align.toLowerCase();
      if (/^(?:left|center|right)$/u.test(name)) classes.push(`align-${name}`);
      node.properties = classes.length > 0 ? { ...others, className: classes } : others;
    });
  };
}
