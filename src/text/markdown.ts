import type { Root } from 'hast';
import { plainParagraphs } from './plain-paragraphs.ts';
import { run, type PipelineOptions } from './pipeline.ts';
import type { ResolvedImage, ResolvedLink } from './syntax/links.ts';

export type { ResolvedImage, ResolvedLink } from './syntax/links.ts';

/** How a text is read, and what its addresses become. */
export interface MarkdownOptions {
  /** BCP 47; what is for Japanese only applies where its primary subtag is `ja` */
  readonly language: string;
  /** one line break in the source is one on the page (typesetting.md, rule 7) */
  readonly breaks: boolean;
  /** before every id, where several texts stand on one page; none: ids as they are */
  readonly idPrefix?: string | undefined;
  /** what an address in the source becomes; asked for every link, with the address as typed */
  readonly resolveLink: (url: string) => ResolvedLink;
  /** the same for every image; undefined: the image is left out, its alternative text stays as text */
  readonly resolveImage: (url: string) => ResolvedImage | undefined;
  /** whether the frame at an address may be shown; asked for every `iframe`; none may by default */
  readonly allowsEmbed?: ((url: string) => boolean) | undefined;
}

/**
 * Markdown with the Japanese notation (typesetting.md), to the one tree that every output
 * serialises: sanitised, without `style`. Throws nothing but what a resolver throws.
 */
export function parseMarkdown(source: string, options: MarkdownOptions): Root {
  return parseWith(source, { ...options, references: { links: [], images: [], embeds: [] } });
}

/** The same, with the addresses of the source collected on the way. */
export function parseWith(source: string, options: PipelineOptions): Root {
  try {
    return run(source, options);
  } catch (error) {
    // Some thousands of nested quotations or emphases overflow the stack of the libraries.
    if (isStackOverflow(error)) return plainParagraphs(source);
    throw error;
  }
}

/** V8's words; of the errors of that class it is the one that a source can bring about. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded';
}
