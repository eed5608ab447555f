import type {
  ArcEntry,
  EpochMilliseconds,
  EpisodeEntry,
  ImageEntry,
  PageEntry,
  Person,
  SeriesEntry,
  SiteSettings,
} from '#src/manuscript/manuscript.ts';
import type { LabelScheme } from './label-scheme.ts';
import type { Label, Place } from './label.ts';
import type { Length } from './length.ts';
import type { PublicationState } from './publication.ts';

/**
 * The finished model that every output receives. Nothing behind it sorts, filters what is
 * unpublished, counts or makes a label.
 */
export interface Site {
  readonly settings: SiteSettings;
  /** Those with something to read, in the order of their newest episode, newest first. */
  readonly series: readonly Series[];
  /** Episodes, extras and notices of all series, newest first; undated drafts before all. */
  readonly newest: readonly Episode[];
  readonly pages: readonly PageEntry[];
  /** All images that the content names, also those of what is unpublished. */
  readonly images: readonly ImageEntry[];
}

/** What series.yaml says, as far as it is not said anew here. */
type Told = Omit<
  SeriesEntry,
  'author' | 'status' | 'labels' | 'arcs' | 'foreword' | 'afterword' | 'references'
>;

export interface Series extends Told {
  /** The series' own, or the site's. */
  readonly author: Person | undefined;
  /** As readers are told it: never `complete` while an episode is still to come. */
  readonly status: SeriesEntry['status'];
  readonly labels: LabelScheme;
  /** Episodes and extras. */
  readonly readingOrder: readonly Episode[];
  /** The reading order cut where the arc changes; one part without an arc when there are none. */
  readonly arcs: readonly Arc[];
  /** Outside the reading order, newest first. */
  readonly notices: readonly Episode[];
  /** Extras and notices do not count, neither here nor in the length. */
  readonly episodeCount: number;
  readonly length: Length;
}

/** Consecutive episodes of one arc; `entry` is undefined where they belong to none. */
export interface Arc {
  readonly entry: ArcEntry | undefined;
  readonly episodes: readonly Episode[];
  /** Without extras. */
  readonly episodeCount: number;
}

/** An episode, an extra or a notice as it stands in its series. */
export interface Episode {
  readonly kind: EpisodeEntry['kind'];
  readonly seriesId: string;
  readonly slug: string;
  readonly id: string;
  /** The Markdown file, relative to the content folder. */
  readonly path: string;
  readonly digest: string;
  /** Its own title, in the Japanese notation. */
  readonly title: string | undefined;
  /** Its own mark; undefined where it needs none. */
  readonly label: Label | undefined;
  /** Index in `Series.readingOrder`; undefined for a notice. */
  readonly position: number | undefined;
  /** What its labels depend on; undefined for a notice. */
  readonly place: Place | undefined;
  readonly state: PublicationState;
  /** Undefined only in a draft. */
  readonly date: EpochMilliseconds | undefined;
  readonly updated: EpochMilliseconds | undefined;
  readonly summary: string | undefined;
  readonly warnings: readonly string[];
  readonly image: string | undefined;
  /** Markdown: its own, or the series'. */
  readonly foreword: string | undefined;
  readonly afterword: string | undefined;
  readonly aliases: readonly string[];
  readonly length: Length;
}
