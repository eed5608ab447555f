import type { EpisodeEntry, SeriesEntry } from '#src/manuscript/manuscript.ts';
import { labelText } from '#src/story/label.ts';
import type { Episode, Series } from '#src/story/model.ts';
import { seriesNavigation, type NavigationItem } from '#src/story/navigation.ts';
import { assembleSite, type SiteOptions } from '#src/story/site.ts';
import { later, manuscript, series } from '#tests/support/manuscript.ts';

/** The only series of a site, as readers get it a long time after everything came out. */
export function toldSeries(
  entries: readonly EpisodeEntry[],
  said: Partial<SeriesEntry> = {},
  options: Partial<SiteOptions> = {},
): Series {
  const site = assembleSite(manuscript({ series: [series(said)], episodes: entries }), {
    now: later,
    show: 'published',
    ...options,
  });
  const [only] = site.series;
  if (only === undefined) throw new Error('the series has nothing published');
  return only;
}

/** An episode, extra or notice by its slug. */
export function partOf(told: Series, slug: string | number): Episode {
  const part = [...told.readingOrder, ...told.notices].find((one) => one.slug === String(slug));
  if (part === undefined) throw new Error(`${told.id} has no ${slug}`);
  return part;
}

/** The mark that an episode bears itself, or undefined. */
export function ownMark(told: Series, slug: string | number): string | undefined {
  const { label } = partOf(told, slug);
  return label && labelText(label);
}

/** Own marks in reading order. */
export function ownMarks(told: Series): readonly (string | undefined)[] {
  return told.readingOrder.map((part) => part.label && labelText(part.label));
}

export function slugs(parts: readonly { readonly slug: string }[]): readonly string[] {
  return parts.map(({ slug }) => slug);
}

/** A link as its text, a gap as the number of parts that it leaves out. */
export type Shown = string | number;

/** The two lists of the navigation as a reader sees them; both empty where there is none. */
export function seenFrom(
  told: Series,
  slug: string | number,
): { readonly earlier: readonly Shown[]; readonly later: readonly Shown[] } {
  const navigation = seriesNavigation(told, partOf(told, slug));
  return {
    earlier: navigation?.earlier.map(shown) ?? [],
    later: navigation?.later.map(shown) ?? [],
  };
}

/** The same on one line: `前編① ←前編② / →続編④`; gaps read `…12…`. */
export function lineSeenFrom(told: Series, slug: string | number): string {
  const line = (items: readonly Shown[]) =>
    items.map((item) => (typeof item === 'number' ? `…${String(item)}…` : item)).join(' ');
  const seen = seenFrom(told, slug);
  return `${line(seen.earlier)} / ${line(seen.later)}`.trim();
}

function shown(item: NavigationItem): Shown {
  return item.kind === 'gap' ? item.count : item.arrow + labelText(item.label);
}
