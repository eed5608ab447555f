import { addressOf, type ResolvedLink } from '../syntax/links.ts';
import { attributeValue } from './html.ts';

/** HTML that is finished but for the addresses of its links, which stand between its parts; plain data. */
export interface SlottedHtml {
  /** one more than there are addresses */
  readonly parts: readonly string[];
  /** in the order of the text, as typed */
  readonly addresses: readonly string[];
}

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
const SLOT = new RegExp(`${SCHEME}:(\\d+):`, 'u');

/**
 * Cuts HTML at its slots.
 *
 * @param count - how many links with slots were written
 * @returns undefined where the text itself holds what looks like one
 */
export function cutAtSlots(
  html: string,
  typed: readonly string[],
  count: number,
): SlottedHtml | undefined {
  if (!html.includes(SCHEME)) return count === 0 ? { parts: [html], addresses: [] } : undefined;
  const pieces = html.split(SLOT);
  if (pieces.length !== 2 * count + 1) return undefined;
  const addresses = pieces.filter((_, i) => i % 2 === 1).map((index) => typed[Number(index)] ?? '');
  return { parts: pieces.filter((_, i) => i % 2 === 0), addresses };
}

/**
 * The HTML that a page has where its links lead to what the site makes of their addresses.
 *
 * @returns undefined where one of them stays no link: then `parseMarkdown` has to read the text again
 */
export function fillForPage(
  html: SlottedHtml,
  resolveLink: (url: string) => ResolvedLink,
): string | undefined {
  return fill(html, (url) => addressOf(resolveLink(url)));
}

/** The same for a feed, whose addresses are absolute; `page` is that of the text, as `toFeedHtml` has it. */
export function fillForFeed(
  html: SlottedHtml,
  resolveLink: (url: string) => ResolvedLink,
  page: string,
): string | undefined {
  return fill(html, (url) => {
    const address = addressOf(resolveLink(url));
    return address === undefined ? undefined : URL.parse(address, page)?.href;
  });
}

function fill(
  { parts, addresses }: SlottedHtml,
  addressFor: (url: string) => string | undefined,
): string | undefined {
  let html = parts[0] ?? '';
  for (const [i, url] of addresses.entries()) {
    const address = addressFor(url);
    if (address === undefined) return undefined;
    html += attributeValue(address) + (parts[i + 1] ?? '');
  }
  return html;
}
