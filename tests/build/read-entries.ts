import { expect } from 'vitest';
import {
  checkWellFormed,
  clients,
  readByFeedsmith,
  type ReadEntry,
} from '#tests/support/feed-clients.ts';
import type { Built } from './built-pages.ts';

const withoutContent = ({ id, title, link, published }: ReadEntry) => {
  return { id, title, link, published };
};

/** The entries of a feed as all clients that know its form read them, who must not differ. */
export async function readEntries(built: Built, path: string) {
  const text = built.text(path);
  if (path.endsWith('.json')) return readByFeedsmith(text).map(withoutContent);
  checkWellFormed(text);
  const [first, ...others] = await Promise.all(
    Object.values(clients).map(async (client) => (await client(text)).map(withoutContent)),
  );
  for (const other of others) expect(other).toEqual(first);
  return first ?? [];
}
