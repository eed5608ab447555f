import { readFrontmatter } from '#src/manuscript/frontmatter.ts';
import type { ImageEntry } from '#src/manuscript/manuscript.ts';
import { readSourceFile } from '#src/manuscript/source-file.ts';
import type { ResolvedReference } from '#src/site/references.ts';
import type { Urls } from '#src/site/urls.ts';
import { parseMarkdown, toHtml, type ResolvedLink } from '#src/text/markdown.ts';
import { toPlainText } from '#src/text/plain-text.ts';
import { imageFileName } from './shown-images.ts';

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
}

export interface Renderer {
  /** The body of a Markdown file. */
  readonly file: (source: Source) => Promise<Rendered>;
  /** Markdown of a frontmatter key or of series.yaml. */
  readonly markdown: (markdown: string, source: Source) => Rendered;
  /** An image by its path in the content folder; undefined where there is none. */
  readonly image: (path: string) => { src: string; width: number; height: number } | undefined;
}

export interface RendererOptions {
  /** Absolute. */
  readonly contentDir: string;
  readonly images: readonly ImageEntry[];
  readonly references: ReferenceResolver;
  readonly urls: Urls;
}

/** What an address in the text of a file means. */
export type ReferenceResolver = (url: string, from: { readonly path: string }) => ResolvedReference;

/** Turns Markdown into HTML with the site's addresses. */
export function createRenderer(options: RendererOptions): Renderer {
  const { contentDir, references, urls } = options;
  const images = new Map(options.images.map((entry) => [entry.path, entry]));

  const image: Renderer['image'] = (path) => {
    const entry = images.get(path);
    if (entry === undefined) return undefined;
    return { src: urls.image(imageFileName(entry)), width: entry.width, height: entry.height };
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
        const file = image(target.path);
        return file === undefined ? { kind: 'text' } : { kind: 'link', href: file.src };
      }
      case 'external':
      case 'fragment':
        return { kind: 'link', href: url };
      case 'unpublished':
      case 'missing':
        return { kind: 'text' };
    }
  };
  const markdown: Renderer['markdown'] = (text, source) => {
    const tree = parseMarkdown(text, {
      ...source,
      resolveLink: (url) => link(url, source),
      resolveImage(url) {
        const target = references(url, source);
        return target.kind === 'image' ? image(target.path) : undefined;
      },
    });
    return { html: toHtml(tree), text: toPlainText(tree) };
  };
  return {
    image,
    markdown,
    async file(source) {
      const read = await readSourceFile(contentDir, source.path);
      // The live view may ask for a file that was removed a moment ago.
      if ('finding' in read) return { html: '', text: '' };
      return markdown(readFrontmatter(read.file).body, source);
    },
  };
}
