import twitter from 'twitter-text';
import { graphemes } from './cut-to-fit.ts';

/**
 * Whether X takes a text with an address in it: 280 by twitter-text, where a sign of Japanese or an
 * emoji counts two and an address 23, where it is one that twitter-text knows: of a host such as
 * `novel.music` each letter counts.
 */
export function fitsX(text: string, address: string): boolean {
  return twitter.parseTweet(quicklyCounted(text, address)).weightedLength <= 280;
}

/** A text that weighs the same: without another dot there is no other address to be looked for. */
function quicklyCounted(text: string, address: string): string {
  const counted = text.replaceAll(address, () => 'x'.repeat(23));
  if (counted.includes('.')) return text;
  const [found, ...more] = twitter.extractUrls(address);
  return found === address && more.length === 0 ? counted : text;
}

/** Whether Bluesky takes a text (lexicon app.bsky.feed.post). */
export function fitsBluesky(text: string): boolean {
  return Buffer.byteLength(text) <= 3000 && graphemes(text).length <= 300;
}

/**
 * Whether Mastodon takes a text with an address in it, which counts 23 however long it is. Other
 * characters are counted by the code point, which is never less than what Mastodon counts.
 */
export function fitsMastodon(text: string, address: string): boolean {
  const counted = text.replaceAll(address, () => 'x'.repeat(23));
  return Array.from(counted).length <= 500;
}
