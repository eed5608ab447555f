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
  // Many come out at the same moment, and a calendar takes its time.
  const calendars = new Map<number, ReturnType<CalendarOf>>();
  const dated = newest.flatMap((episode) => {
    if (episode.date === undefined) return [];
    const calendar = calendars.get(episode.date) ?? calendarOf(episode.date);
    calendars.set(episode.date, calendar);
    return [{ episode, ...calendar }];
  });
  return [...Map.groupBy(dated, ({ year }) => year)].map(([year, ofYear]) => ({
    year,
    months: [...Map.groupBy(ofYear, ({ month }) => month)].map(([month, ofMonth]) => ({
      month,
      episodes: ofMonth.map(({ episode }) => episode),
    })),
  }));
}
