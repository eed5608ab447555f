import twitter from 'twitter-text';
import { graphemes } from './cut-to-fit.ts';

/**
 * Whether X takes a text with an address in it: 280 by twitter-text, where a sign of Japanese or an
 * emoji counts two and an address 23.
 */
export function fitsX(text: string, address: string): boolean {
  // Without another dot there is no other address, and to look for one takes long in some texts.
  const counted = text.replaceAll(address, () => 'x'.repeat(23));
  const { weightedLength } = twitter.parseTweet(counted.includes('.') ? text : counted);
  return weightedLength <= 280;
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
