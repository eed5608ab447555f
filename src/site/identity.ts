import type { SiteSettings } from '#src/manuscript/manuscript.ts';
import type { Episode, Series } from '#src/story/model.ts';

/**
 * What a series is called where its name must last, in feeds and ledgers: the first name it had.
 */
export function seriesIdentity({ id, aliases }: Pick<Series, 'id' | 'aliases'>): string {
  return aliases[0] ?? id;
}

/** The same for an episode: `kiri-no-ajiro/01`, whatever its address is today. */
export function episodeIdentity(
  series: Pick<Series, 'id' | 'aliases'>,
  { id }: Pick<Episode, 'id'>,
): string {
  return `${seriesIdentity(series)}/${id}`;
}

/** Such a name for the whole world: `tag:example.org,2026:kiri-no-ajiro/01` (RFC 4151). */
export function tagUri({ tag }: Pick<SiteSettings, 'tag'>, identity: string): string {
  return `tag:${tag}:${identity}`;
}

/** The moment from which a tag's authority names things; a tag without a day means the first. */
export function tagMoment({ tag }: Pick<SiteSettings, 'tag'>): number {
  return Date.parse(tag.slice(tag.lastIndexOf(',') + 1));
}
