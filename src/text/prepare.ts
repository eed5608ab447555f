import type { Root } from 'hast';
import { measureLength, type Length } from '#src/story/length.ts';
import { partToHtml } from './forms/html.ts';
import { toFeedHtml } from './forms/feed-html.ts';
import { toSearchText, type SearchBlock } from './forms/search-text.ts';
import { cutAtSlots, isSlot, type SlottedHtml } from './forms/slots.ts';
import { contentOf, eachElement } from './hast.ts';
import { inspect, type BodyFacts, type Inspected } from './inspect.ts';
import { isJapanese } from './language.ts';
import type { MarkdownOptions } from './markdown.ts';
import { withBrokenHeadings } from './phrases.ts';

/** All that can be known of a text by its source, language and breaks alone; plain data. */
export interface PreparedText {
  readonly facts: BodyFacts;
  readonly length: Length;
  /**
   * Undefined where more than links has an address in the text, be it a footnote: what it becomes
   * depends on the site and the page, so that `parseMarkdown` has to read it again.
   */
  readonly forms: TextForms | undefined;
  /**
   * What is searched: all that is read but the footnotes, which are notes on it. Undefined where the
   * text holds frames, of which a site shows some.
   */
  readonly searchBlocks: readonly SearchBlock[] | undefined;
}

/** What the outputs hold of a text, wherever it stands. Its plain text is among its facts. */
export interface TextForms {
  /** of a page, with the phrases of Japanese headings kept together; `fillForPage` finishes it */
  readonly html: SlottedHtml;
  /**
   * What `toFeedHtml` makes of it; those of several texts may stand one behind another.
   * `fillForFeed` finishes it.
   */
  readonly feedHtml: SlottedHtml;
}

/** Reads a text once for the checks and for every output. */
export function prepareText(
  source: string,
  options: Pick<MarkdownOptions, 'language' | 'breaks' | 'idPrefix'>,
): PreparedText {
  const inspected = inspect(source, options);
  const { facts } = inspected;
  return {
    facts,
    length: measureLength(facts.text, options.language),
    forms: formsOf(inspected, options),
    searchBlocks: facts.embeds.length === 0 ? searchBlocksOf(inspected) : undefined,
  };
}

function searchBlocksOf({ tree, blocks }: Inspected): readonly SearchBlock[] {
  const children = tree.children.filter(
    (child) => child.type !== 'element' || child.properties['dataFootnotes'] === undefined,
  );
  return children.length === tree.children.length ? blocks : toSearchText({ ...tree, children });
}

function formsOf(
  { tree, slotted, facts }: Inspected,
  { language, idPrefix = '' }: Pick<MarkdownOptions, 'language' | 'idPrefix'>,
): TextForms | undefined {
  const { links, images, embeds } = facts;
  // A link within the text is led to by an id, and so changes with the prefix of ids.
  if (images.length + embeds.length > 0 || (links.length > 0 && idPrefix !== '')) return undefined;
  const shown = isJapanese(language) ? withBrokenHeadings(tree) : tree;
  const parts = new Map(contentOf(shown).map((part) => [part, partToHtml(part)]));
  const page = contentOf(shown)
    .map((part) => parts.get(part))
    .join('');
  const count = ADDRESS.test(page) ? countSlots(tree) : 0;
  if (count !== links.length) return undefined;
  const html = cutAtSlots(page, slotted, count);
  // Without another address in the text it is the same on every page.
  const feed = toFeedHtml(tree, {
    page: 'https://page.invalid/',
    htmlOf: (part) => parts.get(part) ?? partToHtml(part),
  });
  const feedHtml = cutAtSlots(feed, slotted, count);
  return html && feedHtml && { html, feedHtml };
}

const ADDRESS = / (?:href|src)="/;

/** How many links have a slot; NaN where there is an address that has none. */
function countSlots(tree: Root): number {
  let count = 0;
  eachElement(tree, ({ properties: { href, src } }) => {
    if (src !== undefined || (href !== undefined && !isSlot(href))) count = NaN;
    else if (href !== undefined) count += 1;
  });
  return count;
}
