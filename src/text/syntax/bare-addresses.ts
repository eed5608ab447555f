import type { Nodes } from 'mdast';
import type { Extension, Transform } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';

/**
 * remark plugin, behind GFM: a text in which no bare address can stand is spared GFM's search for
 * them, which is four walks through the tree and the only transform that GFM has.
 */
export function remarkBareAddresses(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(sparing) ?? [];
}

function sparing(extension: Extension): Extension {
  const transforms = (extension.transforms ?? []).map(
    (transform): Transform =>
      (tree) =>
        holdsSign(tree) ? transform(tree) : tree,
  );
  return { ...extension, transforms };
}

function holdsSign(node: Nodes): boolean {
  if (node.type === 'text') return mayHoldAddress(node.value);
  return 'children' in node && node.children.some(holdsSign);
}

/** Whether a bare address may stand in a text. */
export function mayHoldAddress(text: string): boolean {
  return SIGN.test(text);
}

/** What each of GFM's bare addresses holds: https://…, www.…, and mail addresses. */
const SIGN = /:\/\/|@|www\./iu;
