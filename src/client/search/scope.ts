import type { SearchManifest } from '#src/search/query/manifest.ts';
import type { EpisodePlace } from '#src/search/query/search.ts';
import { readingRecord, readOf } from '../reading-record.ts';

export interface ScopeOptions {
  /** Id of the one series to search; any other text for all. */
  readonly series: string;
  /** Whether to keep to what has been read: up to the furthest episode of each series. */
  readonly hidesUnread: boolean;
}

/** Which episodes are searched. Notices are news, and never hidden. */
export function scopeOf(
  manifest: SearchManifest,
  { series, hidesUnread }: ScopeOptions,
): (episode: EpisodePlace) => boolean {
  const only = manifest.series.findIndex(({ id }) => id === series);
  const reached = hidesUnread ? furthestRead(manifest) : undefined;
  return (episode) => {
    if (only >= 0 && episode.series !== only) return false;
    const isNotice = episode.place >= (manifest.series[episode.series]?.parts ?? 0);
    return (
      reached === undefined || isNotice || episode.place <= (reached.get(episode.series) ?? -1)
    );
  };
}

/** The place of the furthest episode that was read, by series; none where nothing was. */
function furthestRead({ series, bundles }: SearchManifest): ReadonlyMap<number, number> {
  const record = readingRecord();
  const runs = bundles.flatMap(({ groups }) => groups).flatMap((group) => group.runs);
  const furthest = new Map<number, number>();
  for (const { series: index, from, ids = [] } of runs) {
    const { url = '', parts = 0 } = series[index] ?? {};
    const read = new Set(readOf(record, url));
    const last = ids.slice(0, Math.max(0, parts - from)).findLastIndex((id) => read.has(id));
    if (last >= 0) furthest.set(index, Math.max(furthest.get(index) ?? -1, from + last));
  }
  return furthest;
}
