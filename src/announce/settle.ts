import type { Announcement } from './announcement.ts';
import type { ChannelName } from './channels/channel.ts';
import {
  emptyLedger,
  entriesOf,
  entryOf,
  withChannel,
  withEntry,
  type Entry,
  type Ledger,
} from './ledger.ts';
import { isServed, type PlanOptions } from './plan-options.ts';

/** A ledger put right before a run, and what was to be put right. */
export interface Settled {
  readonly ledger: Ledger;
  readonly isChanged: boolean;
  /** There was none. */
  readonly isFirst: boolean;
  /** A run was ended while a request was under way. */
  readonly interrupted: readonly { readonly identity: string; readonly channel: ChannelName }[];
  /** Channels that were not there before, and what they are not told of. */
  readonly begun: readonly { readonly channel: ChannelName; readonly passed: number }[];
  /** Marked as skipped because that was asked for. */
  readonly skipped: readonly {
    readonly announcement: Announcement;
    readonly channel: ChannelName;
  }[];
}

/**
 * Puts a ledger right: what was under way when a run ended is unknown, and a channel that is new is
 * not told of what was public before, which is all that has a record, or everything in the first
 * run.
 */
export function settle(options: PlanOptions): Settled {
  const { channels, now } = options;
  const isFirst = options.ledger === undefined;
  let ledger = options.ledger ?? emptyLedger;
  const interrupted = entriesOf(ledger).filter(({ entry }) => entry.state === 'sending');
  for (const { identity, channel, entry } of interrupted) {
    const reason = 'interrupted';
    ledger = withEntry(ledger, identity, channel, { ...entry, state: 'unknown', reason });
  }
  const before = ledger;
  const begun = channels
    .filter((channel) => !before.channels.has(channel))
    .map((channel) => ({ channel, passed: passedBy(before, channel, options) }));
  const skipped: Entry = { state: 'skipped', at: now };
  for (const { channel, passed } of begun) {
    ledger = withChannel(ledger, channel, {});
    for (const identity of passed) ledger = withEntry(ledger, identity, channel, skipped);
  }
  for (const { identity, channel } of askedFor(ledger, options)) {
    ledger = withEntry(ledger, identity, channel, undefined);
  }
  const given = toSkip(ledger, options);
  for (const { announcement, channel } of given) {
    ledger = withEntry(ledger, announcement.identity, channel, skipped);
  }
  return {
    ledger,
    isChanged: ledger !== options.ledger && (!isFirst || channels.length > 0),
    isFirst,
    interrupted,
    begun: begun.map(({ channel, passed }) => ({ channel, passed: passed.length })),
    skipped: given,
  };
}

function passedBy(
  ledger: Ledger,
  channel: ChannelName,
  { announcements, ledger: written }: PlanOptions,
): readonly string[] {
  return announcements
    .map(({ identity }) => identity)
    .filter((identity) => written === undefined || ledger.records.has(identity))
    .filter((identity) => entryOf(ledger, identity, channel) === undefined);
}

/** What was skipped, and is to be announced after all because somebody names it. */
function askedFor(
  ledger: Ledger,
  options: PlanOptions,
): readonly { readonly identity: string; readonly channel: ChannelName }[] {
  const { channels, request } = options;
  const { episode: identity } = request;
  if (identity === undefined || request.skip) return [];
  return channels
    .filter((channel) => isServed(channel, options))
    .filter((channel) => entryOf(ledger, identity, channel)?.state === 'skipped')
    .map((channel) => ({ identity, channel }));
}

function toSkip(ledger: Ledger, options: PlanOptions): Settled['skipped'] {
  const { announcements, channels, request } = options;
  if (!request.skip) return [];
  return channels
    .filter((channel) => isServed(channel, options))
    .flatMap((channel) =>
      announcements
        .filter(({ identity }) => {
          const state = entryOf(ledger, identity, channel)?.state;
          if (request.episode === undefined) return state === undefined || state === 'failed';
          return identity === request.episode && state !== 'sent' && state !== 'skipped';
        })
        .map((announcement) => ({ announcement, channel })),
    );
}
