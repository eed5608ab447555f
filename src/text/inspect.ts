import type { Root } from 'hast';
import type { Slip } from '#src/diagnostics/slip.ts';
import { toSearchText, type SearchBlock } from './forms/search-text.ts';
import { eachElement, textOf } from './hast.ts';
import { parseWith, type MarkdownOptions } from './markdown.ts';
import { slot } from './forms/slots.ts';
import { joinedText } from './plain-text.ts';
import { slipsInLine } from './slips/find-slips.ts';
import { addressOf } from './syntax/links.ts';
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

/** A text with all that is known of it without its surroundings. */
export interface Inspected {
  readonly facts: BodyFacts;
  /** the tree, in which a slot stands for the address of every link */
  readonly tree: Root;
  /** the addresses that the slots stand for, as typed */
  readonly slotted: readonly string[];
  readonly blocks: readonly SearchBlock[];
}

/** The same, with what the text was found in. */
export function inspect(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks' | 'idPrefix'>,
): Inspected {
  const references = { links: [], images: [], embeds: [] };
  const slips: Slip[] = [];
  const slotted: string[] = [];
  const tree = parseWith(source, {
    ...options,
    references,
    slips,
    resolveLink(href) {
      const isLink = addressOf({ kind: 'link', href }) !== undefined;
      return isLink ? { kind: 'link', href: slot(slotted.push(href) - 1) } : { kind: 'text' };
    },
    resolveImage: (src) => ({ src, width: 1, height: 1 }),
    allowsEmbed: () => true,
  });
  const blocks = toSearchText(tree);
  const isEmpty = blocks.length === 0 && !showsAnything(tree);
  return {
    tree,
    slotted,
    blocks,
    facts: { text: joinedText(blocks), isEmpty, ...references, slips },
  };
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
