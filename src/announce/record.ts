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
  if (before === undefined || !isPerhapsPublic(before.state)) return { state: 'sending', at };
  const { id, url, times = 1 } = before;
  return { state: 'sending', at, id, url, times: times + 1 };
}

/** What the ledger says of an announcement afterwards; undefined where it says nothing. */
export function entryFor(
  outcome: Outcome,
  { before }: Post,
  at: EpochMilliseconds,
): Entry | undefined {
  const sending = sendingEntry(before, at);
  switch (outcome.kind) {
    case 'sent': {
      const { id, url, isRepeated } = outcome;
      if (id !== undefined) return { ...sending, state: 'sent', id, url };
      // What the service had already was not made again: what is known of it still holds.
      return isRepeated === true
        ? { ...sending, state: 'sent', times: before?.times }
        : { ...sending, state: 'sent' };
    }
    case 'unknown':
      return { ...sending, state: 'unknown', reason: reasonText(outcome.reason) };
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
