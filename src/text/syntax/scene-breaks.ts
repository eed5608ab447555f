import type { Element, Nodes, Root } from 'hast';
import { eachBlock, textOf } from '../hast.ts';
import { wordsOf } from '../language.ts';

/** rehype plugin: a paragraph of marks such as ＊ or ◇ alone parts two scenes (typesetting.md, rule 9). */
export function rehypeSceneBreaks(language: string): (tree: Root) => void {
  const { sceneBreak } = wordsOf(language);
  return (tree) => {
    eachBlock(tree, (node) => {
      if (
        node.tagName !== 'p' ||
        beginsAsText(node) ||
        !node.children.every(isPlain) ||
        !MARKS.test(textOf(node))
      )
        return;
      const className = ['scene-break', ...classesOf(node)];
      node.properties = { ...node.properties, className, role: 'separator', ariaLabel: sceneBreak };
    });
  };
}

/** Whether the first that is shown is no mark, as nearly always. */
function beginsAsText({ children: [first] }: Element): boolean {
  return first?.type === 'text' && TEXT.test(first.value);
}

const TEXT = /^\s*[^\s＊*※◇◆□■○●☆★△▲▽▼†§]/u;
const MARKS = /^\s*(?:[＊*※◇◆□■○●☆★△▲▽▼†§][\uFE0E\uFE0F]?\s*)+$/u;
const PLAIN = new Set(['br', 'em', 'strong', 'b', 'i', 'span', 'del', 's']);

function isPlain(node: Nodes): boolean {
  if (node.type !== 'element') return true;
  return PLAIN.has(node.tagName) && node.children.every(isPlain);
}

function classesOf({ properties: { className } }: Element): string[] {
  return Array.isArray(className)
    ? className.map(String).filter((name) => name !== 'scene-break')
    : [];
}
