import { createHash } from 'node:crypto';
import { compareTexts } from '#src/manuscript/order-texts.ts';

/** Episodes of a series that come one after the other, and behind its reading order its notices. */
export interface Run<Episode> {
  readonly seriesId: string;
  /** The place of the first in its series, counted from 0. */
  readonly from: number;
  readonly episodes: readonly Episode[];
}

/** Runs whose episodes are indexed together, apart from all others. */
export type Group<Episode> = readonly Run<Episode>[];

/** Groups whose indexes are published in common files, since a query asks each bundle. */
export type Bundle<Episode> = readonly Group<Episode>[];

/** What a group holds at the most: as many are indexed again when one of them is edited. */
export const groupLimit = 250;

/** What a bundle holds at the most: of so many the index is put together again. */
export const bundleLimit = 6400;

/** A long series is cut into runs of so many: two of them always fit into a group. */
const RUN_LENGTH = 125;

/**
 * Puts all episodes into bundles of groups, so that whatever is added or taken away leaves all groups
 * but its own as they are: it is not asked where there is room, but what too many runs have in common
 * is parted in two, by the bits of a digest of each, until no part is too large. Nothing but ids and
 * numbers of episodes counts.
 */
export function groupEpisodes<Episode>(
  series: readonly { readonly id: string; readonly episodes: readonly Episode[] }[],
): readonly Bundle<Episode>[] {
  const inOrder = series.toSorted((a, b) => compareTexts(a.id, b.id));
  const runs = inOrder.flatMap(({ id, episodes }) => cut(id, episodes));
  const all = runs.map((run) => ({ run, digest: digestOfRun(run) }));
  return part(all, bundleLimit).map((bundle) =>
    part(bundle, groupLimit).map((group) => group.map(({ run }) => run)),
  );
}

interface DigestedRun<Episode> {
  readonly run: Run<Episode>;
  readonly digest: Buffer;
}

/** @returns parts in the order of their digests; within each in the order given */
function part<Episode>(
  runs: readonly DigestedRun<Episode>[],
  limit: number,
  bit = 0,
): readonly (readonly DigestedRun<Episode>[])[] {
  if (runs.length === 0) return [];
  if (runs.length === 1 || sizeOf(runs) <= limit) return [runs];
  const halves = Map.groupBy(runs, ({ digest }) => bitAt(digest, bit));
  return [0, 1].flatMap((half) => part(halves.get(half) ?? [], limit, bit + 1));
}

function sizeOf<Episode>(runs: readonly DigestedRun<Episode>[]): number {
  return runs.reduce((sum, { run }) => sum + run.episodes.length, 0);
}

function bitAt(digest: Buffer, bit: number): number {
  return ((digest[bit >> 3] ?? 0) >> (bit & 7)) & 1;
}

function digestOfRun({ seriesId, from }: Run<unknown>): Buffer {
  return createHash('sha256').update(`${seriesId} ${from}`).digest();
}

function cut<Episode>(seriesId: string, episodes: readonly Episode[]): readonly Run<Episode>[] {
  const runs: Run<Episode>[] = [];
  for (let from = 0; from < episodes.length; from += RUN_LENGTH) {
    runs.push({ seriesId, from, episodes: episodes.slice(from, from + RUN_LENGTH) });
  }
  return runs;
}
