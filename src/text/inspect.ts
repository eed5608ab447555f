import { eachElement, textOf } from './hast.ts';
import { parseWith, type MarkdownOptions } from './markdown.ts';
import { toPlainText } from './plain-text.ts';
import type { ImageReference, Reference } from './syntax/references.ts';

export type { ImageReference, Reference } from './syntax/references.ts';

/** What is known of a body without its surroundings. */
export interface BodyFacts {
  /** what toPlainText makes of it */
  readonly text: string;
  /** whether it shows neither text nor an image */
  readonly isEmpty: boolean;
  readonly links: readonly Reference[];
  readonly images: readonly ImageReference[];
}

/**
 * Reads a body once for the checks: its text and every address in it, as typed, in reading order,
 * with its line and column in the source given.
 */
export function inspectMarkdown(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks'>,
): BodyFacts {
  const references = { links: [], images: [] };
  const tree = parseWith(source, {
    ...options,
    references,
    resolveLink: (href) => ({ kind: 'link', href }),
    resolveImage: (src) => ({ src, width: 1, height: 1 }),
  });
  const shown: string[] = [];
  eachElement(tree, ({ tagName }) => {
    if (tagName === 'img') shown.push(tagName);
  });
  const isEmpty = shown.length === 0 && textOf(tree).trim() === '';
  return { text: toPlainText(tree), isEmpty, ...references };
}
