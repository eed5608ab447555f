import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { indexPage, type IndexPage } from './index-page.ts';
import { indexPages } from './pagefind-index.ts';
import { searchFiles, toKeptText, type ListedEpisode } from './query/manifest.ts';
import type { SearchableEpisode } from './searchable-episode.ts';

/** A group as it is published. */
export interface GroupFiles {
  /** The name of its folder, which stands for all that is in it. */
  readonly folder: string;
  /** `SearchGroup.chunks` */
  readonly chunks: string;
  /** By their names in the folder of all groups. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Indexes the episodes of a group and makes all files that a browser reads of them.
 *
 * @param chunkSize - see `indexPages`
 * @throws Error when Pagefind does not do as expected
 */
export async function groupFiles(
  episodes: readonly SearchableEpisode[],
  chunkSize: number,
): Promise<GroupFiles> {
  const pages = episodes.map(indexPage);
  const chunks = await indexPages(pages, chunkSize);
  const unnamed = { folder: '' };
  const listed = episodes.map((episode, i) => listing(episode, pages[i]));
  const texts = pages.flatMap(({ pieces }, page) =>
    pieces.map(({ blocks }, piece) => [searchFiles.piece(unnamed, page, piece), blocks] as const),
  );
  const packed = await Promise.all(
    [[searchFiles.episodes(unnamed), listed] as const, ...texts].map(
      async ([name, value]) => [name, await pack(value)] as const,
    ),
  );
  const files = new Map<string, Uint8Array>([
    ...packed,
    ...chunks.map(({ bytes }, i) => [searchFiles.chunk(unnamed, i), bytes] as const),
  ]);
  const folder = digest(files);
  return {
    folder,
    chunks: chunks.map(({ start }) => start).join(' '),
    files: new Map([...files].map(([name, bytes]) => [`${folder}${name}`, bytes])),
  };
}

function listing(episode: SearchableEpisode, page: IndexPage | undefined): ListedEpisode {
  const { url, label, title, hasOwnTitle } = episode;
  const pieces = page?.pieces.map(({ position }) => position) ?? [];
  return { url, label, title: toKeptText(title), hasOwnTitle, pieces };
}

async function pack(value: unknown): Promise<Uint8Array> {
  return promisify(gzip)(JSON.stringify(value), { level: 9 });
}

function digest(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 10);
}
