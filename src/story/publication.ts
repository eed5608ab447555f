import type { EpisodeEntry, EpochMilliseconds, PageEntry } from '#src/manuscript/manuscript.ts';

export type PublicationState = 'published' | 'scheduled' | 'draft';

/**
 * The one place that decides whether something is public.
 *
 * @param entry.date - first publication; undefined counts as not yet
 * @param now - a date that equals it is published
 */
export function publicationState(
  entry: { readonly draft: boolean; readonly date: EpochMilliseconds | undefined },
  now: EpochMilliseconds,
): PublicationState {
  if (entry.draft) return 'draft';
  return entry.date !== undefined && entry.date <= now ? 'published' : 'scheduled';
}

/**
 * Whether readers get an episode or a page of its own, which has no date.
 *
 * @param now - epoch milliseconds
 */
export function publishedAt(now: EpochMilliseconds): (entry: EpisodeEntry | PageEntry) => boolean {
  return (entry) => ('date' in entry ? publicationState(entry, now) === 'published' : !entry.draft);
}
