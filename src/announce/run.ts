import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement } from './announcement.ts';
import type { Channel, ChannelName, Ready } from './channels/channel.ts';
import type { Event } from './event.ts';
import { entryOf, withChannel, withEntry, type Entry, type Ledger } from './ledger.ts';
import { LedgerError, type LedgerStore } from './ledger-store.ts';
import type { LivePage } from './live-page.ts';
import { reasonText, type Outcome, type Reason } from './outcome.ts';
import type { ChannelPlan, Plan } from './plan.ts';
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
  readonly now: () => EpochMilliseconds;
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
  // An account of one run: the rest of the program is given what it needs and changes nothing.
  const kept: Kept = { ledger: settled.ledger, absent: new Set() };
  if (settled.isChanged) store.write(settled.ledger);
  for (const channel of plan.channels) {
    if (channel.due.length > 0) await serve(channel, kept, options);
  }
}

interface Kept {
  ledger: Ledger;
  /** Addresses of which it was told that nothing is there. */
  readonly absent: Set<string>;
}

async function serve(plan: ChannelPlan, kept: Kept, options: RunOptions): Promise<void> {
  const { name, due } = plan;
  const { tell } = options;
  const opened = options.open(name);
  if (!('channel' in opened)) {
    tell({ kind: 'no-secret', channel: name, waiting: due.length, ...opened });
    return;
  }
  for (const [index, announcement] of due.entries()) {
    const page = await options.pageAt(announcement.address);
    if (page.kind === 'absent') {
      const { reason, elsewhere } = page;
      const isTold = kept.absent.has(announcement.address);
      if (!isTold) tell({ kind: 'not-live', announcement, reason, elsewhere });
      kept.absent.add(announcement.address);
      continue;
    }
    const outcome = await announce(announcement, opened.channel, kept, options);
    if (!endsChannel(outcome)) continue;
    const waiting = due.length - index - 1;
    if (waiting > 0) tell({ kind: 'left', channel: name, waiting });
    return;
  }
}

async function announce(
  announcement: Announcement,
  channel: Channel,
  kept: Kept,
  options: RunOptions,
): Promise<Outcome> {
  const before = entryOf(kept.ledger, announcement.identity, channel.name);
  const earlier = before?.state === 'sent' ? before.id : undefined;
  const prepared = await channel.prepare(announcement, earlier);
  const lacksPicture = prepared.kind === 'ready' && prepared.lacksPicture === true;
  const outcome =
    prepared.kind === 'ready'
      ? await sendReady(prepared, announcement, channel.name, kept, options)
      : withoutSecrets(prepared, options.redact);
  record(outcome, { before, announcement, channel: channel.name, lacksPicture }, kept, options);
  return outcome;
}

async function sendReady(
  ready: Ready,
  { identity }: Announcement,
  channel: ChannelName,
  kept: Kept,
  { store, now, redact }: RunOptions,
): Promise<Outcome> {
  if (ready.isRequest) {
    const sending = withEntry(kept.ledger, identity, channel, { state: 'sending', at: now() });
    store.write(sending);
    kept.ledger = sending;
  }
  return withoutSecrets(await ready.send(), redact);
}

interface Post {
  readonly announcement: Announcement;
  readonly channel: ChannelName;
  /** What the ledger said of it. */
  readonly before: Entry | undefined;
  readonly lacksPicture: boolean;
}

/** Notes what became of an announcement, and tells it. */
function record(outcome: Outcome, post: Post, kept: Kept, { store, now, tell }: RunOptions): void {
  const { before, announcement, channel } = post;
  const entry = entryFor(outcome, before, now());
  let ledger = withEntry(kept.ledger, announcement.identity, channel, entry);
  if (outcome.kind === 'limited') {
    ledger = withChannel(ledger, channel, { pausedUntil: outcome.until });
  } else if (outcome.kind === 'sent') {
    ledger = withChannel(ledger, channel, {});
  }
  kept.ledger = ledger;
  tell(eventOf(outcome, post));
  try {
    store.write(ledger);
  } catch (error) {
    if (error instanceof LedgerError) tell({ kind: 'unrecorded', announcement, channel });
    throw error;
  }
}

function entryFor(
  outcome: Outcome,
  before: Entry | undefined,
  at: EpochMilliseconds,
): Entry | undefined {
  switch (outcome.kind) {
    case 'sent': {
      const { id, url } = outcome;
      return { state: 'sent', at, id, url };
    }
    case 'unknown':
      return { state: 'unknown', at, reason: reasonText(outcome.reason) };
    case 'refused':
    case 'unsent':
      // What was sent before, or perhaps, and was to be sent once more, still is.
      return before?.state === 'sent' || before?.state === 'unknown'
        ? before
        : { state: 'failed', at, reason: reasonText(outcome.reason) };
    case 'limited':
      return before;
  }
}

function eventOf(outcome: Outcome, { announcement, channel, lacksPicture }: Post): Event {
  const about = { announcement, channel };
  switch (outcome.kind) {
    case 'sent':
      return {
        kind: 'sent',
        ...about,
        url: outcome.url,
        isRepeated: outcome.isRepeated === true,
        lacksPicture,
      };
    case 'limited':
      return { kind: 'limited', ...about, until: outcome.until };
    default:
      return { kind: outcome.kind, ...about, reason: outcome.reason };
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

/** A service may send back what it was sent. */
function withoutSecrets(outcome: Outcome, redact: Redact): Outcome {
  const clean = (reason: Reason): Reason =>
    reason.detail === undefined ? reason : { ...reason, detail: oneLine(redact(reason.detail)) };
  switch (outcome.kind) {
    case 'sent': {
      const isClean = [outcome.id, outcome.url].every((text = '') => redact(text) === text);
      return isClean ? outcome : { kind: 'unknown', reason: { what: 'nonsense' } };
    }
    case 'limited':
      return outcome;
    default:
      return { kind: outcome.kind, reason: clean(outcome.reason) };
  }
}

function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= 160 ? line : `${characters.slice(0, 159).join('')}…`;
}
