import type { z } from 'zod';
import type { Finding } from '#src/diagnostics/finding.ts';
import type { AnnounceSettings, Person } from './manuscript.ts';
import { serverOf } from './schemas/announce.ts';
import type { siteSchema } from './schemas/site.ts';
import type { SettingsPlace } from './schema-findings.ts';

type Written = z.output<typeof siteSchema>['announce'];

/** What is done where nothing is said: it costs nothing and posts nothing. */
export const usualAnnouncing: AnnounceSettings = {
  template: undefined,
  x: { kind: 'link' },
  bluesky: undefined,
  mastodon: undefined,
};

/** `announce` with its defaults; an account that it needs and nobody names is a finding. */
export function readAnnouncing(
  written: Written,
  author: Person | undefined,
  place: SettingsPlace,
): { readonly announce: AnnounceSettings; readonly findings: readonly Finding[] } {
  const { template, x, bluesky, mastodon } = written ?? {};
  const handle = isOn(bluesky) ? (bluesky.handle ?? author?.bluesky) : undefined;
  const server = isOn(mastodon)
    ? (mastodon.server ?? (author?.mastodon && serverOf(author.mastodon)))
    : undefined;
  const service = (isOn(bluesky) ? bluesky.service : undefined) ?? 'https://bsky.social/';
  const missing = (name: 'bluesky' | 'mastodon'): Finding => ({
    code: 'announce-account-missing',
    file: place.path,
    ...place.locate(['announce', name], 'value'),
    values: { key: `announce.${name}`, account: `author.${name}` },
  });
  return {
    announce: {
      template,
      x: x === false ? undefined : x === undefined ? { kind: 'link' } : { kind: 'api', ...x },
      bluesky: handle === undefined ? undefined : { handle, service },
      mastodon: server === undefined ? undefined : { server },
    },
    findings: [
      ...(isOn(bluesky) && handle === undefined ? [missing('bluesky')] : []),
      ...(isOn(mastodon) && server === undefined ? [missing('mastodon')] : []),
    ],
  };
}

function isOn<T extends object>(setting: T | false | undefined): setting is T {
  return setting !== undefined && setting !== false;
}
