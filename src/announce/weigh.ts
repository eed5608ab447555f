import { createRequire } from 'node:module';
import type twitterText from 'twitter-text';
import { once } from '#src/manuscript/once.ts';
import { graphemes } from './cut-to-fit.ts';

/** It takes a tenth of a second to load, in every thread, and nearly no text asks for it. */
const twitter = once(() => createRequire(import.meta.url)('twitter-text') as typeof twitterText);

/**
 * Whether X takes a text with an address in it: 280 by twitter-text, where a sign of Japanese or an
 * emoji counts two and an address 23, where it is one that twitter-text knows: of a host such as
 * `novel.music` each letter counts.
 */
export function fitsX(text: string, address: string): boolean {
  if (mostWeight(text, address) <= 280) return true;
  return twitter().parseTweet(quicklyCounted(text, address)).weightedLength <= 280;
}

/** What it weighs at most, unless other addresses may stand in it: nearly every text is far from 280. */
function mostWeight(text: string, address: string): number {
  const others = text.split(address);
  if (others.some((other) => other.includes('.'))) return Infinity;
  const letters = others.reduce((sum, other) => sum + other.length, 0);
  return letters * 2 + (others.length - 1) * Math.max(23, address.length * 2);
}

/** A text that weighs the same: without another dot there is no other address to be looked for. */
function quicklyCounted(text: string, address: string): string {
  const counted = text.replaceAll(address, () => 'x'.repeat(23));
  if (counted.includes('.')) return text;
  const [found, ...more] = twitter().extractUrls(address);
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
