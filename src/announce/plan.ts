import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import { subjectOf, type Announcement, type Subject } from './announcement.ts';
import type { Request } from './arguments.ts';
import { channelNames, type ChannelName } from './channels/channel.ts';
import {
  entriesOf,
  isPerhapsPublic,
  placeStateOf,
  type EntryState,
  type Ledger,
} from './ledger.ts';
import { longestPause } from './rate-limit.ts';
import { isServed, type PlanOptions } from './plan-options.ts';
import { settle, type Settled } from './settle.ts';

/** What a run is to do. */
export interface Plan {
  /** What is put right before anything is announced; its ledger is the one to begin with. */
  readonly settled: Settled;
  /** One for each channel that is served, in their order. */
  readonly channels: readonly ChannelPlan[];
}

export interface ChannelPlan {
  readonly name: ChannelName;
  /** To be announced now, the oldest first. */
  readonly due: readonly Announcement[];
  /** Due as well, and held back. */
  readonly held: Held | undefined;
  /** No answer came in an earlier run, and nobody has said what became of them. */
  readonly open: readonly Subject[];
  /** Asked for by name, and announced already or perhaps. */
  readonly settledBefore: readonly { announcement: Announcement; state: EntryState }[];
}

export type Held = { readonly announcements: readonly Announcement[] } & (
  | { readonly why: 'flood' }
  | { readonly why: 'ceiling'; readonly monthly: number }
  | { readonly why: 'pause'; readonly until: EpochMilliseconds }
);

/** More at once are not news, but a mistake: a ledger that was lost, or a renamed series. */
export const mostAtOnce = 5;

/** How many are to be announced now, or were but for a ceiling or a pause. */
export function waitingFor({ due, held }: ChannelPlan): number {
  const later = held === undefined || held.why === 'flood' ? [] : held.announcements;
  return due.length + later.length;
}

/**
 * Decides what to do. What is new is what is public and has no record: no clock is asked for that.
 */
export function makePlan(options: PlanOptions): Plan {
  const settled = settle(options);
  const served = channelNames.filter((name) => isServed(name, options));
  const channels = served.map((name) => planChannel(name, settled.ledger, options));
  // Who asks for an episode wants to hear that it was announced only where nothing is left to do.
  const isIdle = channels.every(({ due, held }) => due.length === 0 && held === undefined);
  return { settled, channels: isIdle ? channels : channels.map(withoutSent) };
}

function planChannel(name: ChannelName, ledger: Ledger, options: PlanOptions): ChannelPlan {
  const { announcements, request } = options;
  const stateOf = ({ identity }: Announcement) => placeStateOf(ledger, identity, name);
  const inState = (...states: readonly (EntryState | undefined)[]) =>
    announcements.filter((one) => states.includes(stateOf(one)));
  const named = announcements.filter(({ identity }) => identity === request.episode);
  const isFree = (one: Announcement) => isToBeSent(stateOf(one), request);
  const due = request.episode === undefined ? inState(undefined, 'failed') : named.filter(isFree);
  return {
    name,
    ...holdBack(request.skip ? [] : due, name, ledger, options),
    open: entriesOf(ledger)
      .filter(({ channel, entry }) => channel === name && entry.state === 'unknown')
      .filter(({ identity }) => identity !== request.episode)
      .map(({ identity }) => subjectOf(identity, announcements)),
    settledBefore: named
      .filter((one) => !isFree(one) && !request.skip)
      .map((announcement) => ({ announcement, state: stateOf(announcement) ?? 'failed' })),
  };
}

/**
 * Whether an episode that somebody names is sent. What may be there already is sent again where that
 * is asked for, and what is there for certain only where its channel is named as well.
 */
function isToBeSent(state: EntryState | undefined, { resend, channel }: Request): boolean {
  if (state === undefined || !isPerhapsPublic(state)) return true;
  return resend && (state !== 'sent' || channel !== undefined);
}

function withoutSent(plan: ChannelPlan): ChannelPlan {
  const settledBefore = plan.settledBefore.filter(({ state }) => state !== 'sent');
  return { ...plan, settledBefore };
}

function holdBack(
  due: readonly Announcement[],
  name: ChannelName,
  ledger: Ledger,
  { request, now, monthly, monthOf }: PlanOptions,
): Pick<ChannelPlan, 'due' | 'held'> {
  if (due.length === 0) return { due, held: undefined };
  const until = pauseOf(ledger, name, now);
  if (until !== undefined) return { due: [], held: { why: 'pause', announcements: due, until } };
  if (due.length > mostAtOnce && !request.all) {
    return { due: [], held: { why: 'flood', announcements: due } };
  }
  if (name !== 'x' || monthly === undefined) return { due, held: undefined };
  const left = Math.max(0, monthly - postsThisMonth(ledger, now, monthOf));
  if (due.length <= left) return { due, held: undefined };
  const held: Held = { why: 'ceiling', announcements: due.slice(left), monthly };
  return { due: due.slice(0, left), held };
}

/**
 * Until when a channel wants to be left alone; undefined where it does not. A pause that lies
 * further ahead than any is long was noted by a clock that has been set back since.
 */
function pauseOf(
  { channels }: Ledger,
  name: ChannelName,
  now: EpochMilliseconds,
): EpochMilliseconds | undefined {
  const until = channels.get(name)?.pausedUntil;
  return until !== undefined && until > now && until - now <= longestPause ? until : undefined;
}

/** A month and a day: how far ahead of a clock that was set back a post still counts. */
const aMonthAhead = 32 * 86_400_000;

/** How many X has charged for, or may have. */
function postsThisMonth(
  { records }: Ledger,
  now: EpochMilliseconds,
  monthOf: (moment: EpochMilliseconds) => string,
): number {
  const month = monthOf(now);
  const counts = [...records.values()].map((entries) => {
    const entry = entries.get('x');
    if (entry === undefined || !isPerhapsPublic(entry.state)) return 0;
    const isAhead = entry.at > now && entry.at - now < aMonthAhead;
    return isAhead || monthOf(entry.at) === month ? (entry.times ?? 1) : 0;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
