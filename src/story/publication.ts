import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';

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
