import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement } from './announcement.ts';
import type { Channel, ChannelName } from './channels/channel.ts';
import type { Event } from './event.ts';
import {
  entryOf,
  isSameEntry,
  placeStateOf,
  withChannel,
  withEntry,
  type Entry,
} from './ledger.ts';
import { LedgerError, type LedgerStore } from './ledger-store.ts';
import type { LivePage } from './live-page.ts';
import type { Outcome } from './outcome.ts';
import { waitingFor, type ChannelPlan, type Plan } from './plan.ts';
import { entryFor, eventOf, sendingEntry, type Post } from './record.ts';
import { withoutSecrets } from './redact-outcome.ts';
import type { Redact } from './secrets.ts';

/** A channel, or the secrets that it lacks. */
export type OpenedChannel =
  | { readonly channel: Channel }
  | { readonly missing: readonly string[]; readonly unusable: readonly string[] };

export interface RunOptions {
  readonly plan: Plan;
  readonly store: LedgerStore;
  readonly open: (name: ChannelName) => OpenedChannel;
  readonly pageAt: (address: string) => Promise<LivePage>;
  readonly clock: () => EpochMilliseconds;
  readonly redact: Redact;
  /** Told of everything as it happens. */
  readonly tell: (event: Event) => void;
}

/**
 * Carries a plan out. Before a request leaves that makes something public, the ledger says so on
 * the disk; afterwards it says what became of it. So whatever ends a run leaves nothing that the
 * next one would send again.
 *
 * @throws LedgerError where the ledger cannot be written; nothing is sent then
 */
export async function carryOut(options: RunOptions): Promise<void> {
  const { plan, store } = options;
  const { settled } = plan;
  if (settled.isChanged) store.update(() => settled.ledger);
  const absent = new Set<string>();
  for (const channel of plan.channels) {
    if (waitingFor(channel) > 0) await serve(channel, absent, options);
  }
}

/** @param absent - addresses of which it was told that nothing is there; some are added */
async function serve(plan: ChannelPlan, absent: Set<string>, options: RunOptions): Promise<void> {
  const { name, due } = plan;
  const { tell } = options;
  const opened = options.open(name);
  if (!('channel' in opened)) {
    tell({ kind: 'no-secret', channel: name, waiting: waitingFor(plan), ...opened });
    return;
  }
  for (const [index, announcement] of due.entries()) {
    const page = await options.pageAt(announcement.address);
    if (page.kind === 'absent') {
      const { reason, elsewhere } = page;
      const isTold = absent.has(announcement.address);
      if (!isTold) tell({ kind: 'not-live', announcement, reason, elsewhere });
      absent.add(announcement.address);
      continue;
    }
    const outcome = await announce(announcement, opened.channel, options);
    if (outcome === undefined || !endsChannel(outcome)) continue;
    const waiting = due.length - index - 1;
    if (waiting > 0) tell({ kind: 'left', channel: name, waiting });
    return;
  }
}

/** @returns undefined where somebody else has seen to it since this run began */
async function announce(
  announcement: Announcement,
  channel: Channel,
  options: RunOptions,
): Promise<Outcome | undefined> {
  const { identity } = announcement;
  const { name } = channel;
  const read = options.plan.settled.ledger;
  const before = entryOf(read, identity, name);
  const prepared = await channel.prepare(announcement, before?.id);
  const lacksPicture = prepared.kind === 'ready' && prepared.lacksPicture === true;
  const post: Post = { announcement, channel: name, before, lacksPicture };
  const sending =
    prepared.kind === 'ready' && prepared.isRequest
      ? sendingEntry(before, options.clock())
      : undefined;
  if (!claim(post, sending, options)) {
    options.tell({ kind: 'settled-meanwhile', announcement, channel: name });
    return undefined;
  }
  const outcome = prepared.kind === 'ready' ? await prepared.send() : prepared;
  const told = withoutSecrets(outcome, options.redact);
  record(told, post, options);
  return told;
}

/**
 * Notes on the disk that a request is about to leave, where the ledger there still says what this
 * run has read of the episode, in this channel and in one to the same place.
 */
function claim(
  { announcement: { identity }, channel }: Post,
  sending: Entry | undefined,
  { plan, store }: RunOptions,
): boolean {
  const read = plan.settled.ledger;
  let isOurs = true;
  store.update((ledger) => {
    isOurs =
      isSameEntry(entryOf(ledger, identity, channel), entryOf(read, identity, channel)) &&
      placeStateOf(ledger, identity, channel) === placeStateOf(read, identity, channel);
    return isOurs && sending !== undefined ? withEntry(ledger, identity, channel, sending) : ledger;
  });
  return isOurs;
}

/** Notes what became of an announcement, and tells it. */
function record(outcome: Outcome, post: Post, options: RunOptions): void {
  const { store, clock, tell } = options;
  const { announcement, channel } = post;
  tell(eventOf(outcome, post));
  const entry = entryFor(outcome, post, clock());
  try {
    store.update((ledger) => {
      const recorded = withEntry(ledger, announcement.identity, channel, entry);
      if (outcome.kind === 'sent') return withChannel(recorded, channel, {});
      if (outcome.kind !== 'limited') return recorded;
      return withChannel(recorded, channel, { pausedUntil: outcome.until });
    });
  } catch (error) {
    if (error instanceof LedgerError) tell({ kind: 'unrecorded', announcement, channel });
    throw error;
  }
}

/**
 * Whether there is no sense in going on with a channel: it is not reached, does not answer, answers
 * amiss, takes no more, or does not take the secrets.
 */
function endsChannel(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'sent':
      return false;
    case 'refused':
      return outcome.reason.status === 401;
    default:
      return true;
  }
}
