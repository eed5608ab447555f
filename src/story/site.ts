import type { EpochMilliseconds, Manuscript } from '#src/manuscript/manuscript.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import { compareDates } from './chronology.ts';
import type { Episode, Series, Site } from './model.ts';
import { publishedAt } from './publication.ts';
import { assembleSeries } from './series.ts';

export interface SiteOptions {
  readonly now: EpochMilliseconds;
  /** `published` for what readers get; `all` for the writer's own view, drafts included. */
  readonly show: 'published' | 'all';
}

/** Turns what was read into the finished model. Pure: the same input gives the same site. */
export function assembleSite(manuscript: Manuscript, { now, show }: SiteOptions): Site {
  const isShown = show === 'all' ? () => true : publishedAt(now);
  const bySeries = Map.groupBy(manuscript.episodes, (entry) => entry.seriesId);

  const series = manuscript.series.map((entry) => {
    const entries = bySeries.get(entry.id) ?? [];
    return assembleSeries(entry, entries, { now, isShown, author: manuscript.settings.author });
  });

  const newest = series.flatMap((one) => [...one.readingOrder, ...one.notices]).sort(byNewest);
  return {
    settings: manuscript.settings,
    series: inOrderOf(newest, series),
    newest,
    pages: manuscript.pages.filter(isShown),
    images: manuscript.images,
  };
}

// Of two that came out at the same moment, the one further on in its series is the newer.
function byNewest(a: Episode, b: Episode): number {
  return (
    compareDates(b, a) ||
    compareTexts(a.seriesId, b.seriesId) ||
    (b.position ?? -1) - (a.position ?? -1) ||
    compareTexts(a.slug, b.slug)
  );
}

// A series with nothing to show has no episode among the newest, and so is left out.
function inOrderOf(newest: readonly Episode[], series: readonly Series[]): readonly Series[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  const ids = new Set(newest.map((episode) => episode.seriesId));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}
