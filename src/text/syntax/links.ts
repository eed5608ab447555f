import type { Element, ElementContent, Root } from 'hast';
import { contentOf, element, text } from '../hast.ts';
import { inlineText } from '../inline.ts';
import type { EmbedOptions } from './embeds.ts';

/** What the address of a link becomes; `text`: the link's text stays alone. */
export type ResolvedLink =
  { readonly kind: 'link'; readonly href: string } | { readonly kind: 'text' };

/** What the address of an image becomes; width and height in CSS pixels. */
export interface ResolvedImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** the same image in several widths, and how wide it is shown, as HTML has them */
  readonly srcset?: string;
  readonly sizes?: string;
}

/** Answers for every address that the writer has typed. */
export interface Resolvers extends EmbedOptions {
  readonly language: string;
  readonly resolveLink: (url: string) => ResolvedLink;
  readonly resolveImage: (url: string) => ResolvedImage | undefined;
}

/**
 * rehype plugin: asks what each link and image becomes, in Markdown and in HTML alike. An image that
 * becomes nothing leaves its alternative text. Comes before the notation, which that text may hold.
 */
export function rehypeLinks(resolvers: Resolvers): (tree: Root) => void {
  return (tree) => {
    resolveIn(tree, resolvers);
  };
}

/** The address as a link has it, percent-encoded; undefined where the link's text stays alone. */
export function addressOf(resolved: ResolvedLink): string | undefined {
  return resolved.kind === 'link' && isAddress(resolved.href) ? encoded(resolved.href) : undefined;
}

/** Whether a link was made by the pipeline for a footnote. */
export function isFootnoteLink({ properties }: Element): boolean {
  const isMarked = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
  return isMarked && /^#fn(?:ref)?-[\w-]+$/u.test(String(properties.href));
}

function resolveIn(parent: Root | Element, resolvers: Resolvers): void {
  let hasAddress = false;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    resolveIn(child, resolvers);
    hasAddress ||= child.tagName === 'a' || child.tagName === 'img';
  }
  if (!hasAddress) return;
  parent.children = contentOf(parent).flatMap((child) => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'img') return image(child, resolvers);
    return child.tagName === 'a' && !isFootnoteLink(child) ? link(child, resolvers) : [child];
  });
}

function link(node: Element, { resolveLink }: Resolvers): ElementContent[] {
  const { href, id, ...others } = node.properties;
  const resolved: ResolvedLink = typeof href === 'string' ? resolveLink(href) : { kind: 'text' };
  const address = addressOf(resolved);
  if (address !== undefined) {
    const properties = id === undefined ? others : { id, ...others };
    node.properties = { href: address, ...properties };
    return [node];
  }
  return id === undefined ? node.children : [element('span', { id }, node.children)];
}

function image(node: Element, { language, resolveImage }: Resolvers): ElementContent[] {
  const { src, alt: typed, ...others } = node.properties;
  const alt = typeof typed === 'string' ? typed : '';
  const resolved = typeof src === 'string' ? resolveImage(src) : undefined;
  if (!resolved) return alt === '' ? [] : [text(alt)];
  const { width, height, srcset, sizes } = resolved;
  const widths = srcset === undefined ? {} : { srcSet: srcset, sizes };
  node.properties = {
    src: encoded(resolved.src),
    ...widths,
    alt: inlineText(alt, language),
    width,
    height,
    loading: 'lazy',
    decoding: 'async',
    ...others,
  };
  return [node];
}

function isAddress(href: string): boolean {
  return URL.canParse(href.toWellFormed(), 'https://base.invalid/');
}

/** Percent-encodes what may not stand in a URL (RFC 3986), and nothing twice. */
function encoded(url: string): string {
  return url
    .toWellFormed()
    .replace(/[^\w!#$&'()*+,./:;=?@~%-]|%(?![\da-f]{2})/giu, (character) =>
      encodeURIComponent(character),
    );
}
