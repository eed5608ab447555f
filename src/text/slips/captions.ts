import type { Image, Nodes } from 'mdast';
import { type Prose, proseOfInline } from './prose.ts';

/** The captions of images, which hold the notation without Markdown, each as prose of its own. */
export function captions(nodes: readonly Nodes[], source: string): Prose[][] {
  return nodes.flatMap((node) => {
    if (node.type !== 'image' || typeof node.title !== 'string') return [];
    return [proseOfInline(node.title, source, titleOffset(node, source))];
  });
}

/** Where a title begins: behind the last quotation mark but the closing one. */
function titleOffset({ position, title }: Image, source: string): number {
  const start = position?.start.offset ?? 0;
  const written = source.slice(start, position?.end.offset);
  const end = written.replace(/["')]\s*\)$/u, '').length;
  const close = written.charAt(end);
  const open = close === ')' ? '(' : close;
  let at = end - 1;
  while (at > 0 && (written[at] !== open || written[at - 1] === '\\')) at -= 1;
  // In HTML and in anything unforeseen, the image itself is near enough.
  return title === '' || at <= 0 ? start : start + at + 1;
}
