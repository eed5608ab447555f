import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';
import type { ChannelName } from './channels/channel.ts';

/**
 * What was done about each announcement in each channel. What has no record became public since the
 * last run.
 */
export interface Ledger {
  /** The channels that were set up in the last run, and until when one wants to be left alone. */
  readonly channels: ReadonlyMap<ChannelName, ChannelRecord>;
  /** By the identity of the announcement. Of what is gone from the site, they are kept. */
  readonly records: ReadonlyMap<string, ReadonlyMap<ChannelName, Entry>>;
}

export interface ChannelRecord {
  readonly pausedUntil?: EpochMilliseconds | undefined;
}

export const entryStates = ['sending', 'sent', 'failed', 'unknown', 'skipped'] as const;
export type EntryState = (typeof entryStates)[number];

export interface Entry {
  /**
   * `sending`: the request is about to leave. `sent`: it is public. `failed`: it was refused and is
   * tried again. `unknown`: no answer came. `skipped`: it is not to be announced.
   */
  readonly state: EntryState;
  /** For people, and for the ceiling of a month: never what decides whether something is new. */
  readonly at: EpochMilliseconds;
  /** What the service calls the post. */
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly reason?: string | undefined;
  /** How often it was sent, or perhaps was; once, where nothing is said. */
  readonly times?: number | undefined;
}

/** Whether readers may see what has a record in that state. */
export function isPerhapsPublic(state: EntryState): boolean {
  return state === 'sending' || state === 'sent' || state === 'unknown';
}

export const emptyLedger: Ledger = { channels: new Map(), records: new Map() };

export function entryOf(
  { records }: Ledger,
  identity: string,
  channel: ChannelName,
): Entry | undefined {
  return records.get(identity)?.get(channel);
}

/** Whether two records say the same; there may be none. */
export function isSameEntry(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  // A ledger keeps no milliseconds.
  const seconds = ({ at }: Entry) => Math.floor(at / 1000);
  return (
    one.state === other.state &&
    seconds(one) === seconds(other) &&
    one.id === other.id &&
    one.url === other.url &&
    one.reason === other.reason &&
    one.times === other.times
  );
}

/** Channels that are one place for readers, whichever of them it was that something came by. */
const samePlace: Readonly<Partial<Record<ChannelName, ChannelName>>> = {
  x: 'x-link',
  'x-link': 'x',
};

/**
 * The record that says what a channel's readers have: its own, or that of the other channel to the
 * same place where only that one is of something that they may see.
 */
export function placeEntryOf(
  ledger: Ledger,
  identity: string,
  channel: ChannelName,
): { readonly channel: ChannelName; readonly entry: Entry } | undefined {
  const other = samePlace[channel];
  const found = [channel, ...(other === undefined ? [] : [other])].flatMap((name) => {
    const entry = entryOf(ledger, identity, name);
    return entry === undefined ? [] : [{ channel: name, entry }];
  });
  const own = found.find((one) => one.channel === channel);
  return found.find(({ entry }) => isPerhapsPublic(entry.state)) ?? own;
}

/** The state of that record. */
export function placeStateOf(
  ledger: Ledger,
  identity: string,
  channel: ChannelName,
): EntryState | undefined {
  return placeEntryOf(ledger, identity, channel)?.entry.state;
}

/** The same ledger with one record put in its place, or taken away. */
export function withEntry(
  ledger: Ledger,
  identity: string,
  channel: ChannelName,
  entry: Entry | undefined,
): Ledger {
  const entries = new Map(ledger.records.get(identity));
  if (entry === undefined) entries.delete(channel);
  else entries.set(channel, entry);
  const records = new Map(ledger.records);
  if (entries.size === 0) records.delete(identity);
  else records.set(identity, entries);
  return { ...ledger, records };
}

/** The same ledger with what is known of a channel. */
export function withChannel(ledger: Ledger, name: ChannelName, record: ChannelRecord): Ledger {
  return { ...ledger, channels: new Map(ledger.channels).set(name, record) };
}

/** The same ledger without what is known of all channels but these. */
export function withChannelsOf(ledger: Ledger, names: readonly ChannelName[]): Ledger {
  const channels = [...ledger.channels].filter(([name]) => names.includes(name));
  if (channels.length === ledger.channels.size) return ledger;
  return { ...ledger, channels: new Map(channels) };
}

/** All records, in an order that does not depend on that of writing. */
export function entriesOf({
  records,
}: Ledger): readonly { identity: string; channel: ChannelName; entry: Entry }[] {
  return [...records]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .flatMap(([identity, entries]) =>
      [...entries]
        .toSorted(([a], [b]) => compareTexts(a, b))
        .map(([channel, entry]) => ({ identity, channel, entry })),
    );
}
