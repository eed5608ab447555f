import twitter from 'twitter-text';
import { graphemes } from './cut-to-fit.ts';

/**
 * Whether X takes a text: 280 by twitter-text, where a sign of Japanese or an emoji counts two and
 * an address 23.
 */
export function fitsX(text: string): boolean {
  return twitter.parseTweet(text).weightedLength <= 280;
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
