import type { Finding } from '#src/diagnostics/finding.ts';
import { foldName } from '#src/manuscript/addresses.ts';
import type { Manuscript, SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddresses } from '#src/manuscript/promised-addresses.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import { seriesNamed } from './promise-remedies.ts';
import { seriesRemedy } from './remedy.ts';
import { promisedIdentity } from './series-identities.ts';

/**
 * The addresses of series that are not there under that name: one finding for each series, at the
 * first of its addresses.
 *
 * @param lost - all addresses of such series
 */
export function checkLostSeries(
  lost: readonly PromisedAddress[],
  { manuscript, promised }: { manuscript: Manuscript; promised: PromisedAddresses },
): Finding[] {
  const { series, leftOut = [] } = manuscript;
  // It may be one that was left out, or have been one of its former names.
  if (leftOut.some((path) => path.endsWith('/series.yaml'))) return [];
  return [...Map.groupBy(lost, ({ seriesId }) => seriesId)].flatMap(([name, ofSeries]) => {
    const [first] = ofSeries;
    if (first === undefined || leftOut.some((path) => path.startsWith(`${name}/`))) return [];
    const twin = series.find(({ id }) => foldName(id) === foldName(name));
    const identity = promisedIdentity(ofSeries) ?? name;
    const heir = twin ?? heirOf(ofSeries, identity, manuscript, promised.addresses);
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

/**
 * The series that bears the identity of the lost episodes, or at whose addresses it is promised, too;
 * else the one of which nothing was published yet and that has the most of the same episodes.
 */
function heirOf(
  lost: readonly PromisedAddress[],
  identity: string,
  manuscript: Manuscript,
  promised: readonly PromisedAddress[],
): SeriesEntry | undefined {
  const kin = promised.filter(({ id }) => id.seriesId === identity);
  return (
    [identity, ...kin.map(({ seriesId }) => seriesId)]
      .map((name) => seriesNamed(name, manuscript))
      .find((series) => series !== undefined) ?? heirByEpisodes(lost, manuscript, promised)
  );
}

function heirByEpisodes(
  lost: readonly PromisedAddress[],
  { series, episodes }: Manuscript,
  promised: readonly PromisedAddress[],
): SeriesEntry | undefined {
  const published = new Set(promised.map(({ seriesId }) => seriesId));
  const ids = new Set(lost.map(({ id }) => id.episodeId));
  const [first, second] = series
    .filter(({ id, aliases }) => ![id, ...aliases].some((name) => published.has(name)))
    .map((entry) => {
      const own = episodes.filter(({ seriesId, id }) => seriesId === entry.id && ids.has(id));
      return { entry, shared: own.length };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared);
  return first?.shared === second?.shared ? undefined : first?.entry;
}
