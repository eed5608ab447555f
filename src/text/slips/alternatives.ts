import type { Html, Nodes } from 'mdast';
import type { Found } from './found.ts';
import { hasAttribute, htmlParts } from './html-parts.ts';
import { Stretch } from './stretch.ts';

/**
 * Images without alternative text: `![](a.png)`, or `<img>` without `alt`. An `alt=""` that was
 * written says that the image is a decoration, and is right.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#alt
 */
export function alternatives(nodes: readonly Nodes[], source: string): Found[] {
  return nodes
    .flatMap((node) => {
      if (node.type === 'html') return imagesIn(node, source);
      const isImage = node.type === 'image' || node.type === 'imageReference';
      const isBare = isImage && (node.alt ?? '').trim() === '';
      return isBare ? [node.position?.start.offset ?? 0] : [];
    })
    .map((offset) => ({ code: 'image-alt-missing', offset, values: {} }));
}

function imagesIn({ value, position }: Html, source: string): number[] {
  if (!/<img/i.test(value)) return [];
  const stretch = new Stretch(value, source, position?.start.offset ?? 0);
  return htmlParts(value).flatMap((part) => {
    const isImage = part.kind === 'tag' && part.name === 'img';
    return isImage && !hasAttribute(part.value, 'alt') ? [stretch.offset(part.at)] : [];
  });
}
