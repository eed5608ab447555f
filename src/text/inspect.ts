import type { Root } from 'hast';
import type { Slip } from '#src/diagnostics/slip.ts';
import { toSearchText, type SearchBlock } from './forms/search-text.ts';
import { eachElement, textOf } from './hast.ts';
import { parseWith, type MarkdownOptions } from './markdown.ts';
import { joinedText } from './plain-text.ts';
import { slipsInLine } from './slips/find-slips.ts';
import type { EmbedReference, ImageReference, Reference } from './syntax/references.ts';

export type { EmbedReference, ImageReference, Reference } from './syntax/references.ts';

/** What is known of a body without its surroundings. */
export interface BodyFacts {
  /** what toPlainText makes of it */
  readonly text: string;
  /** whether it shows neither text nor an image nor a frame */
  readonly isEmpty: boolean;
  readonly links: readonly Reference[];
  readonly images: readonly ImageReference[];
  readonly embeds: readonly EmbedReference[];
  /** what looks like a slip, with its line and column in the source given */
  readonly slips: readonly Slip[];
}

/**
 * Reads a body once for the checks: its text and every address in it, as typed, in reading order,
 * with its line and column in the source given.
 */
export function inspectMarkdown(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks'>,
): BodyFacts {
  return inspect(source, options).facts;
}

/** The same, with what the text was found in: a tree with addresses as typed, and its blocks. */
export function inspect(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks' | 'idPrefix'>,
): { tree: Root; blocks: readonly SearchBlock[]; facts: BodyFacts } {
  const references = { links: [], images: [], embeds: [] };
  const slips: Slip[] = [];
  const tree = parseWith(source, {
    ...options,
    references,
    slips,
    resolveLink: (href) => ({ kind: 'link', href }),
    resolveImage: (src) => ({ src, width: 1, height: 1 }),
    allowsEmbed: () => true,
  });
  const blocks = toSearchText(tree);
  const isEmpty = blocks.length === 0 && !showsAnything(tree);
  return { tree, blocks, facts: { text: joinedText(blocks), isEmpty, ...references, slips } };
}

function showsAnything(tree: Root): boolean {
  let isShown = textOf(tree).trim() !== '';
  eachElement(tree, ({ tagName }) => {
    isShown ||= tagName === 'img' || tagName === 'iframe';
  });
  return isShown;
}

/** What looks like a slip in a title or another text that holds the notation without Markdown. */
export function inspectInline(source: string, language: string): readonly Slip[] {
  return slipsInLine(source, language);
}
