import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { element, text } from '../hast.ts';
import { wordsOf } from '../language.ts';

/** rehype plugin: a task's checkbox, which nobody can tick, becomes a mark with a name. */
export function rehypeTaskMarks(language: string): (tree: Root) => void {
  const words = wordsOf(language);
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'input' || !parent || index === undefined) return;
      const isDone = Boolean(node.properties['checked']);
      const ariaLabel = isDone ? words.done : words.open;
      const properties = { className: ['task-mark'], role: 'img', ariaLabel };
      parent.children[index] = element('span', properties, [text(isDone ? '☑' : '☐')]);
    });
  };
}
