import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Episode, Site } from '#src/story/model.ts';
import { episodeIdentity } from './identity.ts';

/** An address at which nothing was published yet. */
export interface NewAddress {
  /** As addresses.yaml has it: `/series/slug/`, which stays the same when the url of the site changes. */
  readonly address: string;
  /** What stands at it. */
  readonly identity: string;
}

/**
 * The addresses of episodes, extras and notices that were not published before, newest first.
 *
 * @param site - as readers get it
 */
export function newAddresses(
  { newest, series }: Site,
  promised: readonly PromisedAddress[],
): readonly NewAddress[] {
  const known = new Set(promised.map(addressOf));
  const byId = new Map(series.map((one) => [one.id, one]));
  return newest.flatMap((episode) => {
    const own = byId.get(episode.seriesId);
    const address = addressOf(episode);
    if (own === undefined || known.has(address)) return [];
    return [{ address, identity: episodeIdentity(own, episode) }];
  });
}

function addressOf({ seriesId, slug }: Pick<Episode, 'seriesId' | 'slug'>): string {
  return `/${seriesId}/${slug}/`;
}
