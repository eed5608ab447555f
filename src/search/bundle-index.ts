import { createHash } from 'node:crypto';
import type { GroupParts, GroupSummary } from './group-index.ts';
import { toFrequentGrams } from './query/frequent.ts';
import { searchFiles, type EpisodeRun, type SearchBundle } from './query/manifest.ts';

/** The name of the folder of a bundle's index, which stands for all that is in it. */
function bundleName(groups: readonly Pick<GroupSummary, 'parts'>[]): string {
  const hash = createHash('sha256');
  for (const { parts } of groups) hash.update(`${parts}\n`);
  return hash.digest('hex').slice(0, 10);
}

/**
 * What the manifest says of a bundle.
 *
 * @param groups - in order
 */
export function searchBundle(
  shape: BundleShape,
  groups: readonly { readonly summary: GroupSummary; readonly runs: readonly EpisodeRun[] }[],
): SearchBundle {
  return {
    folder: bundleName(groups.map(({ summary }) => summary)),
    ...shape,
    frequent: toFrequentGrams(groups.map(({ summary }) => summary.frequent)),
    groups: groups.map(({ summary, runs }) => ({ folder: summary.folder, runs })),
  };
}

/**
 * Puts together what groups have for the files of their bundle's index: nothing is made again.
 *
 * @param folder - its name
 * @param groups - in order
 * @param files - how many files there are
 * @returns one after the other, by their names in the folder of all groups: together they are large
 */
export function* bundleIndex(
  folder: string,
  groups: readonly GroupParts[],
  files: number,
): Generator<readonly [name: string, bytes: Uint8Array]> {
  for (let file = 0; file < files; file += 1) {
    const parts = groups.map(({ bytes, ends }) => bytes.subarray(ends[file - 1] ?? 0, ends[file]));
    yield [searchFiles.grams({ folder }, file), Buffer.concat(parts)];
  }
}

/** How the groups of a bundle are to be indexed. */
export type BundleShape = Pick<SearchBundle, 'files' | 'gramLength'>;

/**
 * The shape of a bundle of so many episodes. Its index is strewn over about a file for two episodes,
 * since a query loads two or three whole ones; of few episodes over more, up to four for each. Up to
 * 1,000 episodes grams of two will do, which take half the space; of more, what is frequent would
 * be too much to load.
 *
 * The number of files stays the same while a bundle grows by less than a ninth: another one has all its
 * groups made again.
 */
export function bundleShape(episodes: number): BundleShape {
  const wanted = Math.max(
    8,
    (episodes <= 1000 ? 0.52 : 0.8) * episodes,
    Math.min(128, 4 * episodes),
  );
  const step = 2 ** (Math.floor(Math.log2(wanted)) - 3);
  return { files: Math.floor(wanted / step) * step, gramLength: episodes <= 1000 ? 2 : 3 };
}
