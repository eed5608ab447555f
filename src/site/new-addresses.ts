import type { PromisedAddress } from '#src/manuscript/schemas/addresses.ts';
import type { Episode, Site } from '#src/story/model.ts';

/**
 * The episodes, extras and notices of a site at whose addresses nothing was published yet.
 *
 * @param site - as readers get it
 */
export function newAddresses(site: Site, promised: readonly PromisedAddress[]): readonly Episode[] {
  const known = new Set(promised.map(({ seriesId, slug }) => addressOf({ seriesId, slug })));
  return site.newest.filter((episode) => !known.has(addressOf(episode)));
}

/** An address as addresses.yaml has it, which stays the same when the url of the site changes. */
export function addressOf({ seriesId, slug }: Pick<Episode, 'seriesId' | 'slug'>): string {
  return `/${seriesId}/${slug}/`;
}
