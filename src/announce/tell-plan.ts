import { announcementText } from './announcement-text.ts';
import type { ChannelName } from './channels/channel.ts';
import type { Event } from './event.ts';
import { waitingFor, type Plan } from './plan.ts';
import type { OpenedChannel } from './run.ts';

export interface TellOptions {
  readonly open: (name: ChannelName) => OpenedChannel;
  readonly tell: (event: Event) => void;
}

export interface FindingsOptions extends TellOptions {
  /** The episode that came out last, for an example. */
  readonly newest: string | undefined;
  readonly isDryRun: boolean;
}

/** Tells what a run has found before it does anything. */
export function tellFindings(
  { settled, channels }: Plan,
  { newest, isDryRun, open, tell }: FindingsOptions,
): void {
  for (const one of settled.interrupted) tell({ kind: 'interrupted', ...one });
  if (!settled.isFirst) {
    for (const one of settled.begun) tell({ kind: 'channel-begun', ...one });
  } else if (settled.isChanged) {
    const passed = Math.max(0, ...settled.begun.map((one) => one.passed));
    tell({ kind: 'first-run', passed, newest, isDryRun });
  }
  for (const one of settled.given) tell({ kind: 'given', ...one });
  const isInterrupted = (channel: ChannelName, identity: string) =>
    settled.interrupted.some((one) => one.channel === channel && one.episode.identity === identity);
  for (const { name: channel, open: unknown, held, settledBefore } of channels) {
    const episodes = unknown.filter(({ identity }) => !isInterrupted(channel, identity));
    if (episodes.length > 0) tell({ kind: 'open', channel, episodes });
    for (const one of settledBefore) tell({ kind: 'settled-before', channel, ...one });
    if (held === undefined) continue;
    // Without secrets nothing was posted that could have been too much, and they are told of.
    const isTold = held.why === 'flood' || 'channel' in open(channel);
    if (isTold) tell({ kind: 'held', channel, held });
  }
}

/** Tells what a run would send. Those whose secrets are elsewhere want to see the texts as well. */
export function tellIntentions({ channels }: Plan, { open, tell }: TellOptions): void {
  for (const plan of channels) {
    const { name: channel, due } = plan;
    for (const announcement of due) {
      tell({
        kind: 'would-send',
        channel,
        announcement,
        text: announcementText[channel](announcement),
      });
    }
    const opened = open(channel);
    const waiting = waitingFor(plan);
    if (waiting > 0 && !('channel' in opened)) {
      tell({
        kind: 'would-wait',
        channel,
        names: [...opened.missing, ...opened.unusable],
        waiting,
      });
    }
  }
}
