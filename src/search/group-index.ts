import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { BundleShape } from './bundle-index.ts';
import { checkGramIndex } from './check-gram-index.ts';
import { gramIndex } from './gram-index.ts';
import { indexPage, type IndexPage } from './index-page.ts';
import { indexPages } from './pagefind-index.ts';
import {
  LISTED_TOGETHER,
  searchFiles,
  toKeptText,
  type ListedEpisode,
  type TextPiece,
} from './query/manifest.ts';
import type { SearchableEpisode } from './searchable-episode.ts';

/** All that is published of a group. */
export interface GroupIndex {
  readonly summary: GroupSummary;
  /** Its own files, by their names in the folder of all groups. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly parts: GroupParts;
}

/** What has to be known of a group to put it together with others. */
export interface GroupSummary {
  /** The name of the folder of its own files, which stands for all that is in it. */
  readonly folder: string;
  /** A digest of its parts. */
  readonly parts: string;
  /** The grams that are frequent in it, as text. */
  readonly frequent: readonly string[];
}

/** What a group puts into the files of its bundle's index, one part behind the other. */
export interface GroupParts {
  readonly bytes: Uint8Array;
  /** Where each part ends. */
  readonly ends: Uint32Array;
}

/**
 * Indexes the episodes of a group and makes all that a browser reads of them, from nothing else. One
 * call at a time in a thread, see `indexPages`; groups may be made in any order, and anywhere.
 *
 * @param shape - that of its bundle
 * @throws Error when Pagefind does not do as expected
 */
export async function groupIndex(
  episodes: readonly SearchableEpisode[],
  shape: BundleShape,
): Promise<GroupIndex> {
  const pages = episodes.map(indexPage);
  const indexed = await indexPages(pages);
  const gramPages = indexed.map((page, i) => ({
    ...page,
    isLong: (pages[i]?.pieces.length ?? 0) > LOADED_WHOLE,
  }));
  const grams = gramIndex(gramPages, shape);
  checkGramIndex(grams, gramPages, shape);
  const unnamed = { folder: '' };
  const { texts, places } = textFiles(pages, textLength[shape.gramLength]);
  const listed = episodes.map((episode, i) => listing(episode, pages[i], places[i]));
  const files = new Map([
    ...lists(listed).map((list, i) => [searchFiles.list(unnamed, i), pack(list)] as const),
    ...texts.map((text, i) => [searchFiles.text(unnamed, i), pack(text)] as const),
  ]);
  const parts = partsOf(grams.files);
  const folder = digestOfFiles(files);
  return {
    summary: { folder, parts: digestOfFiles([['parts', parts.bytes]]), frequent: grams.frequent },
    files: new Map([...files].map(([name, bytes]) => [`${folder}${name}`, bytes])),
    parts,
  };
}

/** Of so many pieces and fewer a text is loaded whole to tell the places of frequent grams. */
const LOADED_WHOLE = 5;

function partsOf(grams: readonly Uint8Array[]): GroupParts {
  const ends = new Uint32Array(grams.length);
  let end = 0;
  grams.forEach(({ length }, i) => {
    end += length;
    ends[i] = end;
  });
  return { bytes: Uint8Array.from(Buffer.concat(grams)), ends };
}

/**
 * By the length of a bundle's grams: texts go together into files of so many characters, readings
 * included, or some more. On a small site most have one for themselves, so that an excerpt loads nothing
 * else; on a large one that would be too many files.
 */
const textLength = { 2: 2500, 3: 5000 } as const;

/** Pieces in files of a length, and where the first of each page is. */
function textFiles(
  pages: readonly IndexPage[],
  fileLength: number,
): {
  readonly texts: readonly (readonly TextPiece[])[];
  readonly places: readonly ListedEpisode['text'][];
} {
  const texts: TextPiece[][] = [];
  let length = Infinity;
  const places = pages.map(({ pieces, codePoints }) => {
    let first: ListedEpisode['text'] | undefined;
    pieces.forEach(({ position, blocks }, i) => {
      if (length >= fileLength) {
        texts.push([]);
        length = 0;
      }
      const file = texts.at(-1) ?? [];
      first ??= [texts.length - 1, file.length];
      file.push(blocks);
      length += (pieces[i + 1]?.position ?? codePoints.length) - position;
    });
    return first ?? ([0, 0] as const);
  });
  return { texts, places };
}

function lists(listed: readonly ListedEpisode[]): readonly (readonly ListedEpisode[])[] {
  return Array.from({ length: Math.ceil(listed.length / LISTED_TOGETHER) }, (_, i) =>
    listed.slice(i * LISTED_TOGETHER, (i + 1) * LISTED_TOGETHER),
  );
}

function listing(
  episode: SearchableEpisode,
  page: IndexPage | undefined,
  text: ListedEpisode['text'] = [0, 0],
): ListedEpisode {
  const { url, label, title, hasOwnTitle } = episode;
  const pieces = page?.pieces.map(({ position }) => position) ?? [];
  return { url, label, title: toKeptText(title), hasOwnTitle, pieces, text };
}

function pack(value: unknown): Uint8Array {
  // What zlib gives is a view of something larger, which would be kept and sent with it.
  return Uint8Array.from(deflateRawSync(JSON.stringify(value), { level: 9 }));
}

function digestOfFiles(files: Iterable<readonly [name: string, bytes: Uint8Array]>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 10);
}
