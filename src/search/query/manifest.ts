import type { Readable } from './read-aloud.ts';

/**
 * What a browser loads first to search: which series and episodes there are, and in which files their
 * words are indexed. Everything else is in folders whose names change with what they hold.
 */
export interface SearchManifest {
  readonly format: typeof manifestFormat;
  readonly series: readonly SearchSeries[];
  readonly bundles: readonly SearchBundle[];
}

/** Of this format and no other are the files that the pages of one build read. */
export const manifestFormat = 4;

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

/** Groups whose words are in the same files. */
export interface SearchBundle {
  readonly folder: string;
  /** How many files there are. */
  readonly files: number;
  /**
   * How many characters a gram needs to have its places, unless it is frequent. Where they are three, it
   * is the texts that tell the places of shorter terms.
   */
  readonly gramLength: 2 | 3;
  /** What is frequent in its groups, by which a browser knows which grams to load. */
  readonly frequent: FrequentGrams;
  /** In the order in which those files hold them. */
  readonly groups: readonly SearchGroup[];
}

/**
 * Grams, as text, whose places longer ones tell: each with the groups, by their numbers, where it is so
 * (1), or where it is not (0), whichever are fewer.
 */
export type FrequentGrams = readonly (readonly [gram: string, isIn: 0 | 1, ...groups: number[]])[];

/** Episodes that are indexed together: a page of the index each, in this order. */
export interface SearchGroup {
  readonly folder: string;
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
  /** The positions at which its pieces begin, in characters of its page. */
  readonly pieces: readonly number[];
  /** The file of texts that holds its first piece, and which one in there. */
  readonly text: readonly [file: number, index: number];
}

/** How many episodes of a group are in one list. */
export const LISTED_TOGETHER = 50;

/** A piece of an episode's text: the blocks whose characters begin at its position. */
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
  manifest: 'manifest.pack',
  /** Grams: see `gram-file.ts`. */
  grams: ({ folder }: InFolder, file: number) => `${folder}/${file}.grams`,
  /** `ListedEpisode`s. */
  list: ({ folder }: InFolder, number: number) => `${folder}/list-${number}.pack`,
  /** `TextPiece`s. */
  text: ({ folder }: InFolder, file: number) => `${folder}/text-${file}.pack`,
} as const;

interface InFolder {
  readonly folder: string;
}

/**
 * Where a piece of an episode's text is: what is longer than one fills its files, so that each further
 * one begins a file.
 */
export function placeOfPiece(
  { text: [file, index] }: Pick<ListedEpisode, 'text'>,
  piece: number,
): readonly [file: number, index: number] {
  return piece === 0 ? [file, index] : [file + piece, 0];
}

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
