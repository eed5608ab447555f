import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * remark plugin: turns reference-style links and images into plain ones, and hands every address on
 * as the writer typed it, so that the resolvers need not undo percent-encoding.
 */
export function remarkAddresses(): (tree: Root) => void {
  return (tree) => {
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      const key = node.identifier.toUpperCase();
      if (!definitions.has(key)) definitions.set(key, node);
    });
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.type === 'link' || node.type === 'image') {
        node.data = { hProperties: { [node.type === 'link' ? 'href' : 'src']: node.url } };
      } else if (node.type === 'linkReference' || node.type === 'imageReference') {
        const definition = definitions.get(node.identifier.toUpperCase());
        if (!definition) return;
        const { url, title } = definition;
        const { position } = node;
        const at = position ? { position } : {};
        const named = { url, title: title ?? null, ...at };
        parent.children[index] =
          node.type === 'linkReference'
            ? {
                ...named,
                type: 'link',
                children: node.children,
                data: { hProperties: { href: url } },
              }
            : { ...named, type: 'image', alt: node.alt ?? '', data: { hProperties: { src: url } } };
      }
    });
  };
}
