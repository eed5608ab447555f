import type { Finding } from '#src/diagnostics/finding.ts';
import type { EpisodeEntry, Manuscript } from '#src/manuscript/manuscript.ts';
import type { PromisedAddresses } from '#src/manuscript/promised-addresses.ts';
import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import { type Answers, answersOf } from './answers.ts';
import { checkLostSeries } from './lost-series.ts';
import { aliasOf, renamed } from './promise-remedies.ts';

export interface PromiseCheck {
  readonly manuscript: Manuscript;
  readonly promised: PromisedAddresses;
  /** Whether readers get an episode. */
  readonly isPublished: (entry: EpisodeEntry) => boolean;
}

/**
 * Checks that every address that was published goes on answering, and with the same episode. What
 * cannot be known for the mistakes of other files is not told: they have findings of their own.
 */
export function checkPromises(check: PromiseCheck): Finding[] {
  const { manuscript, promised, isPublished } = check;
  const published = answersOf(manuscript, isPublished);
  const lost = promised.addresses.filter((one) => published.at(one) === undefined);
  const known = new Set(manuscript.series.flatMap(({ id, aliases }) => [id, ...aliases]));
  const ofSeries = Map.groupBy(lost, ({ seriesId }) => known.has(seriesId));
  return [
    ...promised.addresses.flatMap((one) => checkReuse(one, published, promised)),
    ...checkLostSeries(ofSeries.get(false) ?? [], check),
    ...checkLost(ofSeries.get(true) ?? [], check),
  ];
}

/** An address that shows another episode than it did. */
function checkReuse(
  one: PromisedAddress,
  published: Answers,
  { placeOf }: PromisedAddresses,
): Finding[] {
  const { seriesId, episodeId } = one.id;
  const found = published.at(one);
  const bearer = published.named(seriesId, episodeId);
  if (found === undefined || found.entry === bearer?.entry) return [];
  // It was given to the episode that takes the place of the one that is gone.
  if (bearer === undefined && !found.isOwn) return [];
  const { path, id } = found.entry;
  const values = {
    address: one.address,
    file: path,
    id: `${found.series.id}/${id}`,
    former: `${seriesId}/${episodeId}`,
    ...(bearer === undefined ? { own: episodeId } : { other: bearer.entry.path }),
  };
  return [{ code: 'address-reused', ...placeOf(one), values }];
}

/** Addresses in series that are there, at which readers find nothing. */
function checkLost(lost: readonly PromisedAddress[], check: PromiseCheck): Finding[] {
  const { manuscript, promised, isPublished } = check;
  const all = answersOf(manuscript, () => true);
  return lost.flatMap((one): Finding[] => {
    const { address } = one;
    const place = promised.placeOf(one);
    const bearer = all.named(one.id.seriesId, one.id.episodeId);
    const hidden = (all.at(one) ?? bearer)?.entry;
    if (hidden !== undefined && !isPublished(hidden)) {
      const state = hidden.draft ? 'draft' : 'scheduled';
      return [
        { code: 'address-unpublished', ...place, values: { address, file: hidden.path, state } },
      ];
    }
    const remedy = aliasOf(one, bearer, manuscript);
    if (remedy !== undefined) {
      return [{ code: 'address-moved', ...place, values: { address, ...remedy } }];
    }
    if (isUncertain(one.seriesId, manuscript)) return [];
    const guess = renamed(one, lost, check);
    return [{ code: 'address-gone', ...place, values: { address, ...guess } }];
  });
}

/** Whether a file of the series was left out, so that its name and former names are not known. */
function isUncertain(seriesId: string, { leftOut = [], series }: Manuscript): boolean {
  const own = series.find(({ id, aliases }) => id === seriesId || aliases.includes(seriesId));
  return leftOut.some((path) => path.startsWith(`${own?.id ?? seriesId}/`));
}
