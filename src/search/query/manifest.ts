import type { Readable } from './read-aloud.ts';

/**
 * What a browser loads first to search: which series and episodes there are, and in which files their
 * words are indexed. Everything else is in a folder a group, whose name changes with what it holds.
 */
export interface SearchManifest {
  readonly format: typeof manifestFormat;
  readonly series: readonly SearchSeries[];
  readonly groups: readonly SearchGroup[];
}

/** Of this format and no other are the files that the pages of one build read. */
export const manifestFormat = 1;

export interface SearchSeries {
  readonly id: string;
  /** A path. */
  readonly url: string;
  readonly title: KeptText;
  /** BCP 47. */
  readonly language: string;
  /** How many stand in the reading order; whatever comes behind them are notices. */
  readonly parts: number;
}

/** Episodes that are indexed together: a page of the index each, in this order. */
export interface SearchGroup {
  readonly folder: string;
  /** What the words of each chunk begin with at the least, in order, with a space between two. */
  readonly chunks: string;
  readonly runs: readonly EpisodeRun[];
}

/** Consecutive episodes of a series, and behind the reading order its notices. */
export interface EpisodeRun {
  /** Index in `SearchManifest.series`. */
  readonly series: number;
  /** The place of the first in its series, counted from 0. */
  readonly from: number;
  readonly count: number;
  /** Of each episode, where a reader may keep search to what they have read. */
  readonly ids?: readonly string[];
}

/** What the list of results shows of an episode before its text is loaded. */
export interface ListedEpisode {
  /** A path. */
  readonly url: string;
  /** Plain text; empty where it has none. */
  readonly label: string;
  /** Its own title, or the series' where it has none. */
  readonly title: KeptText;
  /** Whether the title is its own, and so part of what is searched: the first words of its page. */
  readonly hasOwnTitle: boolean;
  /** The positions at which its pieces begin, in words. */
  readonly pieces: readonly number[];
}

/** A piece of an episode's text: the blocks whose words begin at its position. */
export type TextPiece = readonly KeptText[];

/** One block of text. */
export interface KeptText {
  readonly text: string;
  readonly readings?: readonly KeptReading[];
}

export type KeptReading = readonly [start: number, end: number, reading: string];

/** A block as it is kept in a file. */
export function toKeptText({ text, readings }: Readable): KeptText {
  if (readings.length === 0) return { text };
  return { text, readings: readings.map(({ start, end, reading }) => [start, end, reading]) };
}

/** The same read from there. */
export function fromKeptText({ text, readings = [] }: KeptText): Readable {
  return { text, readings: readings.map(([start, end, reading]) => ({ start, end, reading })) };
}

/** The names of the files of search, in the folder of `Urls.searchFiles`. */
export const searchFiles = {
  manifest: 'manifest.json',
  episodes: ({ folder }: InFolder) => `${folder}/episodes.pack`,
  chunk: ({ folder }: InFolder, chunk: number) => `${folder}/${chunk}.pf_index`,
  piece: ({ folder }: InFolder, page: number, piece: number) => `${folder}/${page}-${piece}.pack`,
} as const;

type InFolder = Pick<SearchGroup, 'folder'>;

/** An episode of a group by its page in the index. */
export function episodeAt(
  group: SearchGroup,
  page: number,
): { readonly series: number; readonly place: number; readonly id: string | undefined } {
  let first = 0;
  for (const { series, from, count, ids } of group.runs) {
    const index = page - first;
    if (index < count) return { series, place: from + index, id: ids?.[index] };
    first += count;
  }
  throw new RangeError(`no page ${page} in group ${group.folder}`);
}

/** The numbers of the chunks of a group in which words that begin so may stand. */
export function chunksWith(group: SearchGroup, beginning: string): readonly number[] {
  const starts = group.chunks.split(' ');
  const behind = starts.findIndex((start) => start > beginning && !start.startsWith(beginning));
  const end = behind < 0 ? starts.length : behind;
  // The first to hold such words is the last that begins no later than they do.
  const start = starts.findLastIndex((one) => one <= beginning);
  return Array.from({ length: end - Math.max(start, 0) }, (_, i) => Math.max(start, 0) + i);
}
