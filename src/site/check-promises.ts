import type { Finding } from '#src/diagnostics/finding.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import { once } from '#src/manuscript/once.ts';
import type { PromisedAddresses } from '#src/manuscript/promised-addresses.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import { type Answers, answersOf } from './answers.ts';
import { checkLost } from './lost-addresses.ts';
import { checkLostSeries } from './lost-series.ts';
import { indexPromises, type PromiseIndex } from './promise-index.ts';
import { checkSeriesIdentities } from './series-identities.ts';

export interface PromiseCheck {
  readonly manuscript: Manuscript;
  readonly promised: PromisedAddresses;
  /** Whether readers get an episode. */
  readonly isPublished: (entry: EpisodeEntry) => boolean;
}

/** The same with what the single checks look up. */
export interface IndexedCheck extends PromiseCheck {
  readonly index: PromiseIndex;
}

/**
 * Checks that every address that was published goes on answering, and with the same episode. What
 * cannot be known for the mistakes of other files is not told: they have findings of their own.
 */
export function checkPromises(given: PromiseCheck): Finding[] {
  const { manuscript, promised, isPublished } = given;
  if (promised.addresses.length === 0) return [];
  const check = { ...given, index: indexPromises(manuscript, promised.addresses) };
  const published = answersOf(manuscript, isPublished);
  // Only what is not as it was needs them.
  const all = once(() => answersOf(manuscript, () => true));
  const lost = promised.addresses.filter((one) => published.at(one) === undefined);
  const known = new Set(manuscript.series.flatMap(({ id, aliases }) => [id, ...aliases]));
  const ofSeries = Map.groupBy(lost, ({ seriesId }) => known.has(seriesId));
  const lostSeries = checkLostSeries(ofSeries.get(false) ?? [], check);
  const isTold = new Set(lostSeries.map(({ values }) => values['file']));
  return [
    ...promised.addresses.flatMap((one) => checkReuse(one, { published, all }, promised)),
    ...checkSeriesIdentities(check, published).filter(({ values }) => !isTold.has(values['file'])),
    ...lostSeries,
    ...checkLost(ofSeries.get(true) ?? [], all, check),
  ];
}

/** An address that shows another episode than it did. */
function checkReuse(
  one: PromisedAddress,
  { published, all }: { readonly published: Answers; readonly all: () => Answers },
  { placeOf }: PromisedAddresses,
): Finding[] {
  const { seriesId, episodeId } = one.id;
  const found = published.at(one);
  const shown = published.named(seriesId, episodeId);
  if (found === undefined || found.entry === shown?.entry) return [];
  // It was given to the episode that takes the place of the one that is gone.
  if (shown === undefined && !found.isOwn) return [];
  const bearer = all().named(seriesId, episodeId);
  const { path, id } = found.entry;
  // The same by its own id: what has changed is the name of its series.
  if (bearer === undefined && id === episodeId) return [];
  const values = {
    address: one.address,
    file: path,
    id: `${found.series.id}/${id}`,
    former: `${seriesId}/${episodeId}`,
    ...(bearer === undefined ? { own: episodeId } : { other: bearer.entry.path }),
  };
  return [{ code: 'address-reused', ...placeOf(one), values }];
}
