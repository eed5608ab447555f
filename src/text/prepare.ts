import type { ElementContent, Root } from 'hast';
import { measureLength, type Length } from '#src/story/length.ts';
import { partToHtml } from './forms/html.ts';
import { feedParts, toFeedHtml } from './forms/feed-html.ts';
import { toSearchText, type SearchBlock } from './forms/search-text.ts';
import { hasSlots, isSlot, joinedParts, type Stretch, type TextForms } from './forms/slots.ts';
import { withoutForbidden } from './forms/xml.ts';
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
  const page = placedHtml(isJapanese(language) ? withBrokenHeadings(tree) : tree);
  const count = ADDRESS.test(page.html) ? countSlots(tree) : 0;
  if (count !== links.length || !hasSlots(page.html, count)) return undefined;
  const feedHtml = feedHtmlOf(tree, page);
  if (!hasSlots(joinedParts(page.html, feedHtml), count)) return undefined;
  return { html: page.html, feedHtml, addresses: count === 0 ? [] : slotted };
}

interface PlacedHtml {
  readonly html: string;
  /** Where the parts of the tree stand in it. */
  readonly places: ReadonlyMap<ElementContent, Stretch>;
}

function placedHtml(tree: Root): PlacedHtml {
  const places = new Map<ElementContent, Stretch>();
  let html = '';
  for (const part of contentOf(tree)) {
    const start = html.length;
    html += partToHtml(part);
    places.set(part, [start, html.length]);
  }
  return { html, places };
}

/** What `toFeedHtml` makes of a tree, by way of the HTML of its page. */
function feedHtmlOf(tree: Root, { html, places }: PlacedHtml): TextForms['feedHtml'] {
  // Without another address in the text it is the same on every page.
  const options = { page: 'https://page.invalid/' };
  if (withoutForbidden(html) !== html) return [toFeedHtml(tree, options)];
  const parts: (Stretch | string)[] = [];
  for (const part of feedParts(tree, options)) {
    const written = places.get(part) ?? partToHtml(part);
    const last = parts.at(-1);
    const whole = last === undefined ? undefined : joinedWith(last, written);
    if (whole === undefined) parts.push(written);
    else parts[parts.length - 1] = whole;
  }
  return parts;
}

function joinedWith(one: Stretch | string, next: Stretch | string): Stretch | string | undefined {
  if (typeof one === 'string') return typeof next === 'string' ? one + next : undefined;
  return typeof next !== 'string' && one[1] === next[0] ? [one[0], next[1]] : undefined;
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
