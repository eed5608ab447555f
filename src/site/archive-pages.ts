import { archiveByYear, type ArchiveYear } from '#src/story/archive.ts';
import type { Episode, Site } from '#src/story/model.ts';
import { createFormatter } from './format.ts';
import { stringsFor } from './strings.ts';
import type { Urls } from './urls.ts';

/** A page of the archive: one year, and the way to the others. */
export interface ArchivePage {
  /** The route's parameter: undefined for the newest year, which stands at the archive's root. */
  readonly param: string | undefined;
  readonly path: string;
  readonly title: string;
  /** Undefined while nothing has a date. */
  readonly year: ArchiveYear | undefined;
  /** All years, newest first. */
  readonly years: readonly { readonly year: number; readonly path: string }[];
}

/** All that a page of the archive lists. */
export function episodesOf({ year }: ArchivePage): readonly Episode[] {
  return year?.months.flatMap(({ episodes }) => episodes) ?? [];
}

/** The pages of the archive, newest year first; there is always one. */
export function archivePages(site: Site, urls: Urls): readonly [ArchivePage, ...ArchivePage[]] {
  const { language, timezone } = site.settings;
  const strings = stringsFor(language);
  const all = archiveByYear(site.newest, createFormatter(language, timezone).calendar);
  const path = (index: number) => urls.archive(index === 0 ? undefined : all[index]?.year);
  const years = all.map(({ year }, i) => ({ year, path: path(i) }));

  const newest = {
    param: undefined,
    path: urls.archive(),
    title: strings.archive,
    year: all[0],
    years,
  };
  const older = all.slice(1).map((year, i) => ({
    param: String(year.year),
    path: path(i + 1),
    title: `${strings.archive} ${strings.year(String(year.year))}`,
    year,
    years,
  }));
  return [newest, ...older];
}
