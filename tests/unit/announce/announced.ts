import { announcementsOf, type Announcement } from '#src/announce/announcement.ts';
import type { EpisodeEntry, SeriesEntry, SiteSettings } from '#src/manuscript/manuscript.ts';
import { createUrls } from '#src/site/urls.ts';
import { assembleSite } from '#src/story/site.ts';
import { episode, later, manuscript, series } from '#tests/support/manuscript.ts';

export interface Told {
  readonly series?: Partial<SeriesEntry>;
  readonly settings?: Partial<SiteSettings>;
  readonly entries?: readonly EpisodeEntry[];
  readonly template?: string;
}

/** The announcements of a site with one series. */
export function announced(told: Told): readonly Announcement[] {
  const base = manuscript({
    series: [series(told.series ?? {})],
    episodes: told.entries ?? [episode(1), episode(2)],
  });
  const announce = { ...base.settings.announce, template: told.template };
  const settings = { ...base.settings, ...told.settings, announce };
  const site = assembleSite({ ...base, settings }, { now: later, show: 'published' });
  return announcementsOf(site, createUrls(settings));
}

/** The one of an episode whose title is this, behind a first one. */
export function titled(title: string | undefined, told: Omit<Told, 'entries'> = {}): Announcement {
  const announcement = announced({ ...told, entries: [episode(1), episode(2, { title })] }).at(-1);
  if (announcement === undefined) throw new Error('nothing to announce');
  return announcement;
}
