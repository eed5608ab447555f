import type { Announcement } from '../announcement.ts';
import { graphemes } from '../cut-to-fit.ts';
import { textFor } from '../text-for.ts';
import { fitsBluesky } from '../weigh.ts';

/** A text, and the address as it is shown in it, which Bluesky does not make a link by itself. */
export interface BlueskyText {
  readonly text: string;
  readonly shown: string;
}

export function blueskyText(announcement: Announcement): BlueskyText | undefined {
  const shown = shownAddress(announcement.address);
  const fits = ({ whole }: { whole: string }) => fitsBluesky(whole);
  const text = textFor(announcement, { address: shown, fits })?.whole;
  return text === undefined ? undefined : { text, shown };
}

/**
 * The link over the address in a text; offsets count bytes of UTF-8 (lexicon
 * app.bsky.richtext.facet).
 */
export function linkFacet({ text, shown }: BlueskyText, address: string) {
  const byteStart = Buffer.byteLength(text.slice(0, text.lastIndexOf(shown)));
  return {
    index: { byteStart, byteEnd: byteStart + Buffer.byteLength(shown) },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri: address }],
  };
}

/** More would take too much of 300 characters: the link leads to the whole address all the same. */
const mostShown = 100;

function shownAddress(address: string): string {
  if (address.length <= mostShown) return address;
  const { host, pathname } = new URL(address);
  const readable = graphemes(host + decodeURI(pathname));
  return `${readable.slice(0, mostShown / 2).join('')}…`;
}
