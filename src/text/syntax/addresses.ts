import type { Definition, Nodes, Root } from 'mdast';
import { changeNodes } from '../mdast.ts';

/**
 * remark plugin: turns reference-style links and images into plain ones, and hands every address on
 * as the writer typed it, so that the resolvers need not undo percent-encoding.
 */
export function remarkAddresses(): (tree: Root) => void {
  return (tree) => {
    const definitions = new Map<string, Definition>();
    changeNodes(tree, (node) => {
      if (node.type !== 'definition') return undefined;
      const key = node.identifier.toUpperCase();
      if (!definitions.has(key)) definitions.set(key, node);
      return undefined;
    });
    changeNodes(tree, (node) => withAddress(node, definitions));
  };
}

function withAddress(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
): Nodes[] | undefined {
  if (node.type === 'link') node.data = { hProperties: { href: node.url } };
  if (node.type === 'image') node.data = { hProperties: { src: node.url } };
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
  const definition = definitions.get(node.identifier.toUpperCase());
  if (!definition) return undefined;
  const { url, title = null } = definition;
  const named = { url, title, ...(node.position && { position: node.position }) };
  return node.type === 'linkReference'
    ? [{ ...named, type: 'link', children: node.children, data: { hProperties: { href: url } } }]
    : [{ ...named, type: 'image', alt: node.alt ?? '', data: { hProperties: { src: url } } }];
}
