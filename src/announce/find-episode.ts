import { foldName } from '#src/manuscript/addresses.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import type { Announcement } from './announcement.ts';
import { Refusal } from '#src/command/refusal.ts';
import type { Words } from './words.ts';

export interface FindOptions {
  readonly announcements: readonly Announcement[];
  /** Identities that are found as well, though nothing public bears them. */
  readonly recorded: readonly string[];
  readonly words: Words;
}

/**
 * The identity of what somebody names by series and slug, by its identity, by its address, or by the
 * path of its file.
 *
 * @throws Refusal where nothing is called so
 */
export function findEpisode(
  named: string,
  { announcements, recorded, words }: FindOptions,
): string {
  const fold = (text: string) => foldName(text.normalize('NFC'));
  const path = named.replaceAll('\\', '/').replace(/\.md$/i, '').replace(/\/+$/, '');
  const wanted = fold(path.split('/').slice(-2).join('/'));
  const found =
    announcements.find(({ address }) => address === named) ??
    announcements.find(({ name }) => fold(name) === wanted) ??
    announcements.find(({ identity }) => fold(identity) === wanted);
  const identity = found?.identity ?? recorded.find((one) => fold(one) === wanted);
  if (identity !== undefined) return identity;
  const names = [...announcements.map(({ name }) => name), ...recorded];
  throw new Refusal(words.unknownEpisode(named, nearest(wanted, names)));
}
