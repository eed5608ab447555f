import type { Episode } from './model.ts';

/** One year of the archive, newest month first. */
export interface ArchiveYear {
  readonly year: number;
  readonly months: readonly ArchiveMonth[];
}

export interface ArchiveMonth {
  readonly month: number;
  /** Newest first. */
  readonly episodes: readonly Episode[];
}

/** The calendar day of a moment, in the site's time zone. */
export type CalendarOf = (moment: number) => { readonly year: number; readonly month: number };

/**
 * Groups what has a date by year and month.
 *
 * @param newest - newest first, as `Site.newest`
 * @returns newest first; years and months without an episode are left out
 */
export function archiveByYear(
  newest: readonly Episode[],
  calendarOf: CalendarOf,
): readonly ArchiveYear[] {
  const dated = newest.flatMap((episode) =>
    episode.date === undefined ? [] : [{ episode, ...calendarOf(episode.date) }],
  );
  return [...Map.groupBy(dated, ({ year }) => year)].map(([year, ofYear]) => ({
    year,
    months: [...Map.groupBy(ofYear, ({ month }) => month)].map(([month, ofMonth]) => ({
      month,
      episodes: ofMonth.map(({ episode }) => episode),
    })),
  }));
}
