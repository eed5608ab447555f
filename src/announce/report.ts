import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import type { Announcement, Subject } from './announcement.ts';
import type { ChannelName } from './channels/channel.ts';
import { graphemes } from './cut-to-fit.ts';
import type { Event } from './event.ts';
import type { Reason } from './outcome.ts';
import type { Held } from './plan.ts';
import type { Words } from './words.ts';

export interface ReportOptions {
  readonly words: Words;
  /** A moment as a person is shown it. */
  readonly moment: (moment: EpochMilliseconds) => string;
}

/** What a run did, found or left, as lines for a person; undefined where nothing is to be said. */
export function reportEvent(event: Event, { words, moment }: ReportOptions): string | undefined {
  switch (event.kind) {
    case 'no-channel':
      return words.noChannel;
    case 'nothing':
      return words.nothing;
    case 'first-run':
      return words.firstRun(event.passed, event.newest, event.isDryRun);
    case 'held':
      return held(event.held, words.channels[event.channel], { words, moment });
    case 'not-live': {
      const { announcement, reason, elsewhere } = event;
      const why =
        elsewhere === undefined ? words.reason(reason) : words.leadsElsewhere(shownUrl(elsewhere));
      return words.notLive(shown(announcement, words), announcement.address, why);
    }
    case 'link': {
      const { text, link } = event.link;
      return `${words.link(shown(event.announcement, words))}\n\n${indented(text)}\n\n  ${link}\n`;
    }
    case 'no-secret': {
      const { missing, unusable, waiting } = event;
      const channel = words.channels[event.channel];
      return missing.length > 0
        ? words.noSecret(channel, missing, waiting)
        : words.unusableSecret(channel, unusable, waiting);
    }
    case 'would-wait':
      return words.wouldWait(words.channels[event.channel], event.names, event.waiting);
    default:
      return inChannel(event, words.channels[event.channel], { words, moment });
  }
}

type InChannel = Exclude<
  Event,
  {
    readonly kind:
      | 'no-channel'
      | 'nothing'
      | 'first-run'
      | 'held'
      | 'not-live'
      | 'link'
      | 'no-secret'
      | 'would-wait';
  }
>;

function inChannel(
  event: InChannel,
  channel: string,
  { words, moment }: ReportOptions,
): string | undefined {
  switch (event.kind) {
    case 'channel-begun':
      return words.channelBegun(channel, event.passed);
    case 'interrupted':
      return [
        words.interrupted(shownSubject(event.episode, words), channel),
        settling(event.episode, event.channel, words),
      ].join('\n');
    case 'given': {
      const episode = shownSubject(event.episode, words);
      return event.state === 'sent'
        ? words.foundSent(episode, channel)
        : words.skipped(episode, channel);
    }
    case 'open': {
      const each = event.episodes.flatMap((one) => [
        `  ${shownSubject(one, words)}`,
        settling(one, event.channel, words),
      ]);
      return [words.open(channel), ...each].join('\n');
    }
    case 'left':
      return words.left(channel, event.waiting);
    case 'sent': {
      // The link that was shown is all there is to say.
      if (event.channel === 'x-link') return undefined;
      const episode = shown(event.announcement, words);
      if (event.isRepeated) return words.sentBefore(episode, channel);
      const sent = words.sent(episode, channel, event.url);
      return event.lacksPicture ? `${sent}\n${words.lacksPicture}` : sent;
    }
    default:
      return ofEpisode(event, channel, { words, moment });
  }
}

function ofEpisode(
  event: Exclude<
    InChannel,
    { kind: 'channel-begun' | 'interrupted' | 'given' | 'open' | 'left' | 'sent' }
  >,
  channel: string,
  { words, moment }: ReportOptions,
): string {
  const episode = shown(event.announcement, words);
  const settle = words.settle(event.announcement.name, event.channel);
  switch (event.kind) {
    case 'settled-before':
      return event.state === 'unknown'
        ? `${words.stillUnknown(episode, channel)}\n${settle}`
        : words.alreadySent(episode, channel, event.channel);
    case 'would-send':
      return event.text === undefined
        ? refused({ ...event, reason: { what: 'too-long' } }, episode, words)
        : `${words.wouldSend(episode, channel)}\n\n${indented(event.text)}\n`;
    case 'refused':
      return refused(event, episode, words);
    case 'unsent':
      return words.unsent(episode, channel, words.reason(event.reason));
    case 'unknown':
      return `${words.unknown(episode, channel, words.reason(event.reason))}\n${settle}`;
    case 'limited':
      return words.limited(episode, channel, moment(event.until));
    case 'settled-meanwhile':
      return words.settledMeanwhile(episode, channel);
    case 'unrecorded':
      return words.unrecorded(episode, channel);
  }
}

/** With what helps where a refusal would last. */
function refused(
  { channel, reason }: { readonly channel: ChannelName; readonly reason: Reason },
  episode: string,
  words: Words,
): string {
  const { what, status } = reason;
  const remedies = [
    ...(status === 401 && channel !== 'x-link' ? [words.newSecret[channel]] : []),
    ...(status === 422 || what === 'too-long' ? [words.shorten] : []),
  ];
  return [words.refused(episode, words.channels[channel], words.reason(reason)), ...remedies].join(
    '\n',
  );
}

function held(reason: Held, channel: string, { words, moment }: ReportOptions): string {
  const { announcements } = reason;
  switch (reason.why) {
    case 'flood': {
      const most = 10;
      const named = announcements.slice(0, most).map((one) => shown(one, words));
      return words.flood(channel, named, announcements.length - named.length);
    }
    case 'ceiling':
      return words.ceiling(channel, announcements.length, reason.monthly);
    case 'pause':
      return words.paused(channel, announcements.length, moment(reason.until));
  }
}

/** An episode by its name and heading, which may be long. */
function shown({ name, names }: Announcement, words: Words): string {
  return words.episode(name, shortened(names.headline));
}

function shortened(headline: string): string {
  const heading = graphemes(headline);
  return heading.length <= 40 ? headline : `${heading.slice(0, 39).join('')}…`;
}

function shownSubject({ name, headline }: Subject, words: Words): string {
  return headline === undefined ? name : words.episode(name, shortened(headline));
}

/** What to do about what may be there or not. What is no longer public cannot be sent again. */
function settling({ name, headline }: Subject, channel: ChannelName, words: Words): string {
  return headline === undefined ? words.settleGone(name, channel) : words.settle(name, channel);
}

/** A service, or a page, may name anything as an address. */
function shownUrl(address: string): string {
  return address.length <= 200 ? address : `${address.slice(0, 199)}…`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
