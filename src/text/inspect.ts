import type { Slip } from '#src/diagnostics/slip.ts';
import { eachElement, textOf } from './hast.ts';
import { parseWith, type MarkdownOptions } from './markdown.ts';
import { toPlainText } from './plain-text.ts';
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
  const shown: string[] = [];
  eachElement(tree, ({ tagName }) => {
    if (tagName === 'img' || tagName === 'iframe') shown.push(tagName);
  });
  const isEmpty = shown.length === 0 && textOf(tree).trim() === '';
  return { text: toPlainText(tree), isEmpty, ...references, slips };
}

/** What looks like a slip in a title or another text that holds the notation without Markdown. */
export function inspectInline(source: string, language: string): readonly Slip[] {
  return slipsInLine(source, language);
}
