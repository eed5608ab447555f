import type { Person } from '#src/manuscript/manuscript.ts';

/** A place where a person can be followed. */
export interface Account {
  readonly name: 'X' | 'Bluesky' | 'Mastodon';
  readonly url: string;
}

/** The page of an account on Bluesky. */
export function blueskyProfile(handle: string): string {
  return `https://bsky.app/profile/${handle}`;
}

/** The accounts of the first of several people who has any. */
export function accountsOf(...people: readonly (Person | undefined)[]): readonly Account[] {
  return people.map(accounts).find((found) => found.length > 0) ?? [];
}

function accounts(person: Person | undefined): readonly Account[] {
  const { x, bluesky, mastodon } = person ?? {};
  const [name, server] = mastodon?.split('@') ?? [];
  return [
    ...(x === undefined ? [] : [{ name: 'X' as const, url: `https://x.com/${x}` }]),
    ...(bluesky === undefined ? [] : [{ name: 'Bluesky' as const, url: blueskyProfile(bluesky) }]),
    ...(name === undefined || server === undefined
      ? []
      : [{ name: 'Mastodon' as const, url: `https://${server}/@${name}` }]),
  ];
}
