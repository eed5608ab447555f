import type { Finding } from '#src/diagnostics/finding.ts';
import type { SeriesEntry } from '#src/manuscript/manuscript.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Answers } from './answers.ts';
import type { IndexedCheck } from './check-promises.ts';
import { seriesIdentity } from './identity.ts';
import type { PromiseIndex } from './promise-index.ts';
import { seriesRemedy } from './remedy.ts';

/**
 * Checks that the episodes of a series are still known by the name of it that addresses.yaml has, so
 * that feeds and announcements do not take all of them for new: one finding for a series, at the
 * first of its addresses.
 */
export function checkSeriesIdentities(
  { promised, index }: IndexedCheck,
  published: Answers,
): Finding[] {
  const ofSeries = Map.groupBy(
    promised.addresses.filter((one) => published.at(one)?.entry.id === one.id.episodeId),
    (one) => published.at(one)?.series,
  );
  return [...ofSeries].flatMap(([series, all]): Finding[] => {
    if (series === undefined) return [];
    const present = seriesIdentity(series);
    const own = all.filter(({ id }) => mayBeOf(id.seriesId, series, index));
    const former = promisedIdentity(own, present) ?? present;
    const first = own.find(({ id }) => id.seriesId === former);
    if (former === present || first === undefined) return [];
    const values = {
      series: series.id,
      former: `${former}/${first.id.episodeId}`,
      present: `${present}/${first.id.episodeId}`,
      ...seriesRemedy(series, former),
    };
    return [{ code: 'series-identity', ...promised.placeOf(first), values }];
  });
}

/**
 * The series that most of some lines have on their right.
 *
 * @param preferred - of those that equally many lines have
 */
export function promisedIdentity(
  lines: readonly PromisedAddress[],
  preferred?: string,
): string | undefined {
  const [first] = [...Map.groupBy(lines, ({ id }) => id.seriesId)].toSorted(
    ([a, ofA], [b, ofB]) =>
      ofB.length - ofA.length || Number(b === preferred) - Number(a === preferred),
  );
  return first?.[0];
}

/** Whether a series can be known by a name: as the present one, or one that `aliases` can put first. */
function mayBeOf(name: string, series: SeriesEntry, { seriesNamed }: PromiseIndex): boolean {
  const owner = seriesNamed(name) ?? series;
  return owner === series && (name !== series.id || series.aliases.length === 0);
}
