import { subjectOf, type Subject } from './announcement.ts';
import type { ChannelName } from './channels/channel.ts';
import {
  emptyLedger,
  entriesOf,
  entryOf,
  placeEntryOf,
  placeStateOf,
  withChannel,
  withChannelsOf,
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
  /** A run was ended while a request was under way, and nobody has said what became of it. */
  readonly interrupted: readonly { readonly episode: Subject; readonly channel: ChannelName }[];
  /** Channels that were not there in the last run, and what they are not told of. */
  readonly begun: readonly { readonly channel: ChannelName; readonly passed: number }[];
  /** Never to be announced because that was asked for: skipped, or known to be there. */
  readonly given: readonly Given[];
}

export interface Given {
  readonly episode: Subject;
  readonly channel: ChannelName;
  readonly state: 'skipped' | 'sent';
}

/**
 * Puts a ledger right: what was under way when a run ended is unknown, and a channel that was not
 * set up in the last run is not told of what was public before, which is all that has a record, or
 * everything where no run before had a channel.
 */
export function settle(options: PlanOptions): Settled {
  const { announcements, channels, now } = options;
  const isFirst = options.ledger === undefined;
  let ledger = options.ledger ?? emptyLedger;
  const interrupted = entriesOf(ledger).filter(({ entry }) => entry.state === 'sending');
  for (const { identity, channel, entry } of interrupted) {
    const reason = 'interrupted';
    ledger = withEntry(ledger, identity, channel, { ...entry, state: 'unknown', reason });
  }
  const before = ledger;
  // One that comes back is begun anew, and what was announced elsewhere meanwhile is passed over.
  ledger = withChannelsOf(ledger, channels);
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
  const given = toGive(ledger, options);
  for (const { episode, channel } of given) ledger = withGiven(ledger, episode, channel, skipped);
  return {
    ledger,
    isChanged: ledger !== options.ledger && (!isFirst || channels.length > 0),
    isFirst,
    interrupted: interrupted
      .filter(({ identity, channel }) => entryOf(ledger, identity, channel)?.state === 'unknown')
      .map(({ identity, channel }) => ({ episode: subjectOf(identity, announcements), channel })),
    begun: begun.map(({ channel, passed }) => ({ channel, passed: passed.length })),
    given,
  };
}

function passedBy(
  ledger: Ledger,
  channel: ChannelName,
  { announcements }: PlanOptions,
): readonly string[] {
  const isAnew = ledger.channels.size === 0;
  return announcements
    .map(({ identity }) => identity)
    .filter((identity) => isAnew || ledger.records.has(identity))
    .filter((identity) => isDue(entryOf(ledger, identity, channel)?.state));
}

function isDue(state: Entry['state'] | undefined): boolean {
  return state === undefined || state === 'failed';
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
    .filter((channel) => placeStateOf(ledger, identity, channel) === 'skipped')
    .map((channel) => ({ identity, channel }));
}

/** All that is due, or what somebody names: of that, what nobody knows of as well. */
function toGive(ledger: Ledger, options: PlanOptions): readonly Given[] {
  const { announcements, channels, request } = options;
  if (!request.skip) return [];
  const { episode } = request;
  const meant = episode === undefined ? announcements.map(({ identity }) => identity) : [episode];
  return channels
    .filter((channel) => isServed(channel, options))
    .flatMap((channel) =>
      meant.flatMap((identity): readonly Given[] => {
        const state = placeStateOf(ledger, identity, channel);
        const given = { episode: subjectOf(identity, announcements), channel };
        if (isDue(state)) return [{ ...given, state: 'skipped' }];
        return state === 'unknown' && episode !== undefined ? [{ ...given, state: 'sent' }] : [];
      }),
    );
}

/**
 * What may be there was looked for by who gives it up, and is there: it stays sent, with the moment
 * and the number of its sendings, which a month is charged for.
 */
function withGiven(
  ledger: Ledger,
  { identity }: Subject,
  channel: ChannelName,
  skipped: Entry,
): Ledger {
  const found = placeEntryOf(ledger, identity, channel);
  if (found?.entry.state !== 'unknown') return withEntry(ledger, identity, channel, skipped);
  const sent: Entry = { ...found.entry, state: 'sent', reason: undefined };
  return withEntry(ledger, identity, found.channel, sent);
}
