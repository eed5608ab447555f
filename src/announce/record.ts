import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement } from './announcement.ts';
import type { ChannelName } from './channels/channel.ts';
import type { Event } from './event.ts';
import { isPerhapsPublic, type Entry } from './ledger.ts';
import { reasonText, type Outcome } from './outcome.ts';

/** An announcement in a channel, and what there was before. */
export interface Post {
  readonly announcement: Announcement;
  readonly channel: ChannelName;
  /** What the ledger said of it. */
  readonly before: Entry | undefined;
  readonly lacksPicture: boolean;
}

/** What the ledger says while a request is under way. */
export function sendingEntry(before: Entry | undefined, at: EpochMilliseconds): Entry {
  const isAgain = before !== undefined && isPerhapsPublic(before.state);
  return isAgain
    ? { state: 'sending', at, times: (before.times ?? 1) + 1 }
    : { state: 'sending', at };
}

/** What the ledger says of an announcement afterwards; undefined where it says nothing. */
export function entryFor(
  outcome: Outcome,
  { before }: Post,
  at: EpochMilliseconds,
): Entry | undefined {
  const { times } = sendingEntry(before, at);
  switch (outcome.kind) {
    case 'sent': {
      const { id, url } = outcome;
      return { state: 'sent', at, id, url, times };
    }
    case 'unknown':
      return { state: 'unknown', at, reason: reasonText(outcome.reason), times };
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

/** What a person is told of it. */
export function eventOf(outcome: Outcome, { announcement, channel, lacksPicture }: Post): Event {
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
