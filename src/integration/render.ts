import type { Root } from 'hast';
import { embedHost } from '#src/manuscript/embeds.ts';
import type { ImageEntry } from '#src/manuscript/manuscript.ts';
import type { ResolvedReference } from '#src/site/references.ts';
import type { Urls } from '#src/site/urls.ts';
import { eachElement } from '#src/text/hast.ts';
import { toFeedHtml } from '#src/text/forms/feed-html.ts';
import { toHtml } from '#src/text/forms/html.ts';
import { fillForFeed, fillForPage } from '#src/text/forms/slots.ts';
import { parseMarkdown, type ResolvedImage, type ResolvedLink } from '#src/text/markdown.ts';
import { isJapanese } from '#src/text/language.ts';
import { withBrokenHeadings } from '#src/text/phrases.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { cardVersion, largeVersion, shownVersions } from './image-versions.ts';
import type { ReadBody } from './read-body.ts';
import type { StoredTextOf } from './text-store.ts';

/** Where a piece of Markdown stands and how it is to be read. */
export interface Source {
  /** The file, relative to the content folder: what its links are relative to. */
  readonly path: string;
  readonly language: string;
  readonly breaks: boolean;
  /** Before the ids of a text that is not the page's main one. */
  readonly idPrefix?: string;
}

export interface Rendered {
  readonly html: string;
  /** Base text, a line a block. */
  readonly text: string;
  /** The hosts of the embeds in it. */
  readonly embedHosts: readonly string[];
}

export interface Renderer {
  /**
   * The body of a Markdown file as a feed carries it.
   *
   * @param page - the absolute address of the page that shows it
   * @throws ContentError in a build, where the file was saved again or removed since it was checked
   */
  readonly fileForFeed: (source: Source, page: string) => Promise<Pick<Rendered, 'html' | 'text'>>;
  /** The same of Markdown of a frontmatter key or of series.yaml: its HTML. */
  readonly markdownForFeed: (markdown: string, source: Source, page: string) => string;
  /**
   * The body of a Markdown file.
   *
   * @throws ContentError as `fileForFeed`
   */
  readonly file: (source: Source) => Promise<Rendered>;
  /** Markdown of a frontmatter key or of series.yaml. */
  readonly markdown: (markdown: string, source: Source) => Rendered;
  /**
   * An image by its path in the content folder; undefined where there is none.
   *
   * @param sizes - how wide it stands in a page, as `sizes` of HTML has it
   */
  readonly image: (path: string, sizes: string) => ResolvedImage | undefined;
  /** The same image for the card of a shared link. */
  readonly card: (path: string) => Omit<ResolvedImage, 'srcset' | 'sizes'> | undefined;
}

export interface RendererOptions {
  readonly readBody: ReadBody;
  readonly images: readonly ImageEntry[];
  readonly references: ReferenceResolver;
  readonly urls: Urls;
  /** The hosts whose embeds a text may show. */
  readonly embeds: readonly string[];
  /** A file's body as it was read before, if it was and as far as it is the same on every site. */
  readonly storedText?: StoredTextOf;
}

/**
 * The width of an image in a text: by its layout where a browser can tell (only of lazy images),
 * else that of a column as frame.css has it. Here an em is 16 px, and not the 17 or 18 of the pages.
 */
const textSizes = 'auto, (min-width: 48em) 45em, calc(100vw - 1.9em)';

/** What an address in the text of a file means. */
export type ReferenceResolver = (url: string, from: { readonly path: string }) => ResolvedReference;

/** Turns Markdown into HTML with the site's addresses. */
export function createRenderer(options: RendererOptions): Renderer {
  const { readBody, references, urls, embeds, storedText } = options;
  const images = new Map(options.images.map((entry) => [entry.path, entry]));

  const image: Renderer['image'] = (path, sizes) => {
    const entry = images.get(path);
    if (entry === undefined) return undefined;
    const { all, middle, widest } = shownVersions(entry);
    const { width, height } = widest;
    const src = urls.image(middle.fileName);
    if (all.length === 1) return { src, width, height };
    const srcset = all.map((one) => `${urls.image(one.fileName)} ${String(one.width)}w`);
    return { src, srcset: srcset.join(', '), sizes, width, height };
  };
  const card: Renderer['card'] = (path) => {
    const entry = images.get(path);
    if (entry === undefined) return undefined;
    const { fileName, width, height } = cardVersion(entry);
    return { src: urls.image(fileName), width, height };
  };
  const link = (url: string, from: Source): ResolvedLink => {
    const target = references(url, from);
    switch (target.kind) {
      case 'episode':
        return { kind: 'link', href: urls.episode(target.entry) + target.fragment };
      case 'page':
        return { kind: 'link', href: urls.page(target.entry.slug) + target.fragment };
      case 'series':
        return { kind: 'link', href: urls.series(target.entry.id) + target.fragment };
      case 'address':
        return { kind: 'link', href: urls.within(target.path) };
      case 'image': {
        const entry = images.get(target.path);
        if (entry === undefined) return { kind: 'text' };
        return { kind: 'link', href: urls.image(largeVersion(entry).fileName) };
      }
      case 'external':
      case 'fragment':
        return { kind: 'link', href: url };
      case 'unpublished':
      case 'missing':
        return { kind: 'text' };
    }
  };
  const toTree = (text: string, source: Source): Root =>
    parseMarkdown(text, {
      ...source,
      resolveLink: (url) => link(url, source),
      resolveImage(url) {
        const target = references(url, source);
        return target.kind === 'image' ? image(target.path, textSizes) : undefined;
      },
      allowsEmbed: (url) => embeds.includes(embedHost(url) ?? ''),
    });
  const fileTree = async (source: Source): Promise<Root> =>
    toTree(await readBody(source.path), source);
  const stored = async (source: Source) =>
    source.idPrefix === undefined ? storedText?.(source.path) : undefined;
  return {
    image,
    card,
    markdown: (text, source) => rendered(toTree(text, source), source),
    async file(source) {
      const { forms, text = '' } = (await stored(source)) ?? {};
      const html = forms && fillForPage(forms, (url) => link(url, source));
      if (html !== undefined) return { html, text, embedHosts: [] };
      return rendered(await fileTree(source), source);
    },
    markdownForFeed: (text, source, page) => toFeedHtml(toTree(text, source), { page }),
    async fileForFeed(source, page) {
      const { forms, text = '' } = (await stored(source)) ?? {};
      const html = forms && fillForFeed(forms, (url) => link(url, source), page);
      if (html !== undefined) return { html, text };
      const tree = await fileTree(source);
      return { html: toFeedHtml(tree, { page }), text: toPlainText(tree) };
    },
  };
}

function rendered(tree: Root, { language }: Source): Rendered {
  const shown = isJapanese(language) ? withBrokenHeadings(tree) : tree;
  return { html: toHtml(shown), text: toPlainText(tree), embedHosts: embedHosts(tree) };
}

function embedHosts(tree: Root): readonly string[] {
  const hosts: string[] = [];
  eachElement(tree, ({ tagName, properties }) => {
    if (tagName === 'iframe') hosts.push(embedHost(String(properties.src)) ?? '');
  });
  return hosts;
}
