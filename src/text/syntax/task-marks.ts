import type { Root } from 'hast';
import { eachElement, text } from '../hast.ts';
import { wordsOf } from '../language.ts';

/** rehype plugin: a task's checkbox, which nobody can tick, becomes a mark with a name. */
export function rehypeTaskMarks(language: string): (tree: Root) => void {
  const words = wordsOf(language);
  return (tree) => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'input') return;
      const isDone = Boolean(node.properties.checked);
      const ariaLabel = isDone ? words.done : words.open;
      node.tagName = 'span';
      node.properties = { className: ['task-mark'], role: 'img', ariaLabel };
      node.children = [text(isDone ? '☑' : '☐')];
    });
  };
}
