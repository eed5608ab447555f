import type { Nodes, Parents } from 'mdast';

/**
 * Walks an mdast tree, children before parents; a node for which `change` returns nodes is replaced
 * by them. (unist-util-visit costs several times as much a node.)
 */
export function changeNodes(
  parent: Parents,
  change: (node: Nodes, parent: Parents) => readonly Nodes[] | undefined,
): void {
  let changed: Nodes[] | undefined;
  parent.children.forEach((child, index) => {
    if ('children' in child) changeNodes(child, change);
    const nodes = change(child, parent);
    if (nodes) changed ??= parent.children.slice(0, index);
    if (changed) for (const node of nodes ?? [child]) changed.push(node);
  });
  if (changed) Object.assign(parent, { children: changed });
}
