import { createHash } from 'node:crypto';

/** A part of a feed's history: as many entries as the feed itself holds, never more, never fewer. */
export interface Archive<T> {
  /** Says which entries it holds: other entries have another address. */
  readonly name: string;
  /** Newest first. */
  readonly entries: readonly T[];
  /** The name of the part before it. */
  readonly previous: string | undefined;
}

/**
 * Cuts the history of a feed into documents that stay as they are while parts are added (RFC 5005,
 * section 4): they are counted from the oldest entry on and whole, and together with the newest
 * `size` entries they hold all there are. So the latest may hold some of the newest as well, but
 * not the newest of all, whose title changes when it becomes the last part of its story.
 *
 * @param newestFirst - all entries there ever were
 * @param size - how many the feed holds
 * @returns oldest part first; none where the feed holds everything
 */
export function cutHistory<T extends { readonly id: string }>(
  newestFirst: readonly T[],
  size: number,
): readonly Archive<T>[] {
  const oldestFirst = newestFirst.toReversed();
  const count = Math.max(0, Math.ceil((oldestFirst.length - size) / size));
  const archives: Archive<T>[] = [];
  for (let index = 0; index < count; index += 1) {
    const entries = oldestFirst.slice(index * size, (index + 1) * size).reverse();
    const previous = archives.at(-1)?.name;
    const ids = JSON.stringify([previous ?? null, ...entries.map(({ id }) => id)]);
    const digest = createHash('sha256').update(ids).digest('hex').slice(0, 8);
    archives.push({ name: `${index + 1}-${digest}`, entries, previous });
  }
  return archives;
}
