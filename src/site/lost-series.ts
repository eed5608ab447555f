import type { Finding } from '#src/diagnostics/finding.ts';
import type { SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { IndexedCheck } from './check-promises.ts';
import type { PromiseIndex } from './promise-index.ts';
import { seriesRemedy } from './remedy.ts';
import { promisedIdentity } from './series-identities.ts';

/**
 * The addresses of series that are not there under that name: one finding for each series, at the
 * first of its addresses.
 *
 * @param lost - all addresses of such series
 */
export function checkLostSeries(lost: readonly PromisedAddress[], check: IndexedCheck): Finding[] {
  const { manuscript, promised, index } = check;
  const { leftOut = [] } = manuscript;
  const heirByEpisodes = createHeirByEpisodes(check);
  // It may be one that was left out, or have been one of its former names.
  if (leftOut.some((path) => path.endsWith('/series.yaml'))) return [];
  return [...Map.groupBy(lost, ({ seriesId }) => seriesId)].flatMap(([name, ofSeries]) => {
    const [first] = ofSeries;
    if (first === undefined || index.isUncertain(name)) return [];
    const twin = index.seriesLike(name);
    const identity = promisedIdentity(ofSeries) ?? name;
    const heir = twin ?? namesake(identity, index) ?? heirByEpisodes(ofSeries);
    const values = {
      series: name,
      address: first.address,
      count: ofSeries.length,
      ...(twin !== undefined
        ? { folder: twin.id }
        : heir !== undefined
          ? seriesRemedy(heir, identity, name)
          : {}),
    };
    return [{ code: 'series-gone', ...promised.placeOf(first), values } as const];
  });
}

/** The series that bears the identity of lost episodes, or at whose addresses it is promised, too. */
function namesake(identity: string, index: PromiseIndex): SeriesEntry | undefined {
  const kin = index.promisedAs(identity);
  return [identity, ...kin.map(({ seriesId }) => seriesId)]
    .map(index.seriesNamed)
    .find((series) => series !== undefined);
}

/** The series of which nothing was published yet and that has the most of the same episodes. */
function createHeirByEpisodes({
  manuscript,
  index,
}: IndexedCheck): (lost: readonly PromisedAddress[]) => SeriesEntry | undefined {
  const candidates = manuscript.series.filter(({ id, aliases }) =>
    [id, ...aliases].every((name) => index.promisedIn(name).length === 0),
  );
  return (lost) => {
    const shared = new Map<string, number>();
    for (const id of new Set(lost.map((one) => one.id.episodeId))) {
      for (const [series, count] of index.seriesWith(id)) {
        shared.set(series, (shared.get(series) ?? 0) + count);
      }
    }
    const sharedBy = ({ id }: SeriesEntry) => shared.get(id) ?? 0;
    const most = candidates.reduce((known, entry) => Math.max(known, sharedBy(entry)), 0);
    const [heir, ...others] = candidates.filter((entry) => sharedBy(entry) === most);
    return most === 0 || others.length > 0 ? undefined : heir;
  };
}
