import { foldName } from '#src/manuscript/addresses.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import type { Announcement } from './announcement.ts';
import { Refusal } from './arguments.ts';
import type { Words } from './words.ts';

/**
 * The announcement that somebody names by series and slug, by its identity, by its address, or by
 * the path of its file.
 *
 * @throws Refusal where nothing public is called so
 */
export function findEpisode(
  named: string,
  announcements: readonly Announcement[],
  words: Words,
): Announcement {
  const fold = (text: string) => foldName(text.normalize('NFC'));
  const path = named.replaceAll('\\', '/').replace(/\.md$/i, '').replace(/\/+$/, '');
  const wanted = fold(path.split('/').slice(-2).join('/'));
  const found =
    announcements.find(({ address }) => address === named) ??
    announcements.find(({ name }) => fold(name) === wanted) ??
    announcements.find(({ identity }) => fold(identity) === wanted);
  if (found !== undefined) return found;
  const names = announcements.map(({ name }) => name);
  throw new Refusal(words.unknownEpisode(named, nearest(wanted, names)));
}
