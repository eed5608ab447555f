import { announcementText } from './announcement-text.ts';
import type { ChannelName } from './channels/channel.ts';
import type { Event } from './event.ts';
import type { Plan } from './plan.ts';

/**
 * Tells what a run has found before it does anything.
 *
 * @param newest - the episode that came out last, for an example
 */
export function tellFindings(
  { settled, channels }: Plan,
  newest: string | undefined,
  tell: (event: Event) => void,
): void {
  for (const one of settled.interrupted) tell({ kind: 'interrupted', ...one });
  if (settled.isFirst) {
    const passed = Math.max(0, ...settled.begun.map((one) => one.passed));
    tell({ kind: 'first-run', passed, newest });
  } else {
    for (const one of settled.begun) tell({ kind: 'channel-begun', ...one });
  }
  for (const one of settled.given) tell({ kind: 'given', ...one });
  const isInterrupted = (channel: ChannelName, identity: string) =>
    settled.interrupted.some((one) => one.channel === channel && one.episode.identity === identity);
  for (const { name: channel, open, held, settledBefore } of channels) {
    const episodes = open.filter(({ identity }) => !isInterrupted(channel, identity));
    if (episodes.length > 0) tell({ kind: 'open', channel, episodes });
    for (const one of settledBefore) tell({ kind: 'settled-before', channel, ...one });
    if (held !== undefined) tell({ kind: 'held', channel, held });
  }
}

/** Tells what a run would send, whether or not it has what it needs for that. */
export function tellIntentions({ channels }: Plan, tell: (event: Event) => void): void {
  for (const { name: channel, due } of channels) {
    for (const announcement of due) {
      tell({
        kind: 'would-send',
        channel,
        announcement,
        text: announcementText[channel](announcement),
      });
    }
  }
}
