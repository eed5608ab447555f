import type { ShownTerm } from './find-in-text.ts';

/** The end of an address that leads to an occurrence on the page of an episode that was found. */
export function passageHash(terms: readonly Pick<ShownTerm, 'text'>[], nth: number): string {
  const find = terms.map(({ text }) => text).join(' ');
  return `#${new URLSearchParams({ find, nth: String(nth) }).toString()}`;
}

/** What such an end says; undefined where it is another one. */
export function readPassageHash(hash: string): { query: string; nth: number } | undefined {
  const parameters = new URLSearchParams(hash.slice(1));
  const query = parameters.get('find');
  if (query === null) return undefined;
  return { query, nth: Math.max(0, Math.floor(Number(parameters.get('nth')) || 0)) };
}
