import { addressOf, type ResolvedLink } from '../syntax/links.ts';
import { attributeValue } from './html.ts';

/** What the outputs hold of a text, wherever it stands, but for the addresses of its links; plain data. */
export interface TextForms {
  /** of a page, with the phrases of Japanese headings kept together; `fillForPage` finishes it */
  readonly html: string;
  /**
   * What `toFeedHtml` makes of it, of which most is a stretch of the page's HTML; those of several
   * texts may stand one behind another. `fillForFeed` finishes it.
   */
  readonly feedHtml: readonly (Stretch | string)[];
  /** what the slots stand for, as typed: the first for the slot with the number 0 */
  readonly addresses: readonly string[];
}

/** Half-open, in UTF-16 code units. */
export type Stretch = readonly [start: number, end: number];

/** The address that stands for one whose place is kept open. */
export function slot(index: number): string {
  return `${SCHEME}:${String(index)}:`;
}

/** Whether an address in a tree is such a one. */
export function isSlot(address: unknown): boolean {
  return typeof address === 'string' && address.startsWith(`${SCHEME}:`);
}

// The name of a scheme, so that an address which is made absolute stays as it is.
const SCHEME = 'tsuzuki-slot';
const SLOT = new RegExp(`${SCHEME}:(\\d+):`, 'gu');

/** Whether HTML has so many slots, and nothing else in its text that looks like one. */
export function hasSlots(html: string, count: number): boolean {
  if (!html.includes(SCHEME)) return count === 0;
  return html.match(SLOT)?.length === count;
}

/**
 * The HTML that a page has where its links lead to what the site makes of their addresses.
 *
 * @returns undefined where one of them stays no link: then `parseMarkdown` has to read the text again
 */
export function fillForPage(
  { html, addresses }: TextForms,
  resolveLink: (url: string) => ResolvedLink,
): string | undefined {
  return fill(html, addresses, (url) => addressOf(resolveLink(url)));
}

/** The same for a feed, whose addresses are absolute; `page` is that of the text, as `toFeedHtml` has it. */
export function fillForFeed(
  { html, feedHtml, addresses }: TextForms,
  resolveLink: (url: string) => ResolvedLink,
  page: string,
): string | undefined {
  return fill(joinedParts(html, feedHtml), addresses, (url) => {
    const address = addressOf(resolveLink(url));
    return address === undefined ? undefined : URL.parse(address, page)?.href;
  });
}

/** HTML of its own and stretches of another, one behind the other. */
export function joinedParts(html: string, parts: readonly (Stretch | string)[]): string {
  let joined = '';
  for (const part of parts) joined += typeof part === 'string' ? part : html.slice(...part);
  return joined;
}

function fill(
  slotted: string,
  addresses: readonly string[],
  addressFor: (url: string) => string | undefined,
): string | undefined {
  if (addresses.length === 0) return slotted;
  const filling = addresses.map(addressFor);
  if (filling.includes(undefined)) return undefined;
  return slotted.replace(SLOT, (_, index: string) => attributeValue(filling[Number(index)] ?? ''));
}
