import { createHash } from 'node:crypto';
import type { GroupIndex } from './group-index.ts';
import { searchFiles, type SearchBundle } from './query/manifest.ts';

/** The index of a bundle as it is published. */
export interface BundleIndex {
  /** The name of its folder, which stands for all that is in it. */
  readonly folder: string;
  /** By their names in the folder of all groups. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Puts together what groups have for the files of their bundle: nothing is read or packed again.
 *
 * @param groups - in order
 * @param files - how many files there are
 */
export function bundleIndex(
  groups: readonly Pick<GroupIndex, 'parts' | 'partEnds'>[],
  files: number,
): BundleIndex {
  const contents = Array.from({ length: files }, (_, file) =>
    Buffer.concat([
      ...groups.map(({ parts, partEnds }) => parts.subarray(partEnds[file - 1] ?? 0, partEnds[file])),
      END,
    ]),
  );
  const hash = createHash('sha256');
  for (const bytes of contents) hash.update(`${bytes.length}\n`).update(bytes);
  const folder = hash.digest('hex').slice(0, 10);
  const named = contents.map((bytes, i) => [searchFiles.grams({ folder }, i), bytes] as const);
  return { folder, files: new Map(named) };
}

/** An empty last block (RFC 1951, section 3.2.3). */
const END = Uint8Array.of(3, 0);

/** How the groups of a bundle are to be indexed. */
export type BundleShape = Pick<SearchBundle, 'files' | 'knowsPlaces'>;

/**
 * The shape of a bundle of so many episodes. Its index is strewn over about a file for two episodes,
 * since a query loads two or three whole ones; of few episodes over more, up to two for each. Up to
 * 1,000 episodes it holds all places, so that rows of results are whole without their texts.
 *
 * The number of files stays the same while a bundle grows by less than a ninth: another one has all its
 * groups made again.
 */
export function bundleShape(episodes: number): BundleShape {
  const wanted = Math.max(8, 0.52 * episodes, Math.min(64, 2 * episodes));
  const step = 2 ** (Math.floor(Math.log2(wanted)) - 3);
  return { files: Math.floor(wanted / step) * step, knowsPlaces: episodes <= 1000 };
}
