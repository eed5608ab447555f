import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { contentOf, element } from '../hast.ts';

/** Decides which frames stay. */
export interface EmbedOptions {
  /** asked for the `src` of every `iframe`, as typed; none is allowed where there is no answer */
  readonly allowsEmbed?: ((url: string) => boolean) | undefined;
}

/**
 * rehype plugin: keeps the frames that are allowed and leaves out all others. Of what was typed their
 * address, title and size stay; the rest is what a player needs and no more.
 */
export function rehypeEmbeds({ allowsEmbed = () => false }: EmbedOptions): (tree: Root) => void {
  const keep = (node: ElementContent): ElementContent[] => {
    if (!isFrame(node)) return [node];
    const { src } = node.properties;
    const url = typeof src === 'string' && allowsEmbed(src) ? URL.parse(src) : null;
    return url === null ? [] : [frame(url, node)];
  };
  const keepIn = (parent: Root | Element): void => {
    if (parent.children.some(isFrame)) parent.children = contentOf(parent).flatMap(keep);
    for (const child of parent.children) if (child.type === 'element') keepIn(child);
  };
  return keepIn;
}

function isFrame(node: Nodes): node is Element {
  return node.type === 'element' && node.tagName === 'iframe';
}

function frame(url: URL, { properties }: Element): Element {
  const title = typeof properties.title === 'string' ? properties.title.trim() : '';
  return element('iframe', {
    src: url.href,
    // For those who hear the page; the writer is told that there is none.
    title: title === '' ? url.hostname : title,
    ...sizeOf(properties),
    loading: 'lazy',
    // YouTube's player refuses to run where it is told nothing.
    referrerPolicy: 'strict-origin-when-cross-origin',
    allow: 'encrypted-media; picture-in-picture',
    allowFullScreen: true,
    // No `sandbox`: players need both their scripts and their origin in it, and the Nu checker
    // refuses the two together. The writer has chosen to trust the host.
  });
}

/** CSS pixels, so that nothing moves when it comes; 16:9 where the height is not typed. */
function sizeOf(typed: Properties): Pick<Properties, 'width' | 'height'> {
  const width = pixels(typed.width) ?? 560;
  return { width, height: pixels(typed.height) ?? Math.round((width * 9) / 16) };
}

function pixels(value: Properties[string]): number | undefined {
  return /^[1-9]\d{0,3}$/u.test(String(value)) ? Number(value) : undefined;
}
