import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement } from './announcement.ts';
import type { Request } from './arguments.ts';
import type { ChannelName } from './channels/channel.ts';
import type { Ledger } from './ledger.ts';

/** All that decides what is to be done. */
export interface PlanOptions {
  /** Of everything that is public, the oldest first. */
  readonly announcements: readonly Announcement[];
  /** Undefined in the first run. */
  readonly ledger: Ledger | undefined;
  /** Set up in site.yaml. */
  readonly channels: readonly ChannelName[];
  readonly request: Request;
  readonly now: EpochMilliseconds;
  /** The most posts to X in a calendar month. */
  readonly monthly: number | undefined;
  /** The calendar month of a moment in the site's time zone, such as 2026-04. */
  readonly monthOf: (moment: EpochMilliseconds) => string;
}

/** Whether a channel is set up and meant. */
export function isServed(
  name: ChannelName,
  { channels, request }: Pick<PlanOptions, 'channels' | 'request'>,
): boolean {
  return channels.includes(name) && (request.channel === undefined || request.channel === name);
}
