import type { OptionWords } from '#src/command/option-words.ts';
import type { FindingLanguage } from '#src/diagnostics/wording.ts';
import type { ChannelName } from './channels/channel.ts';
import type { Reason } from './outcome.ts';
import { wordsEn } from './words-en.ts';
import { wordsJa } from './words-ja.ts';

/** What the command says, in one language. Episodes, moments and paths come as they are shown. */
export interface Words extends OptionWords {
  readonly usage: string;
  readonly needsSeconds: (option: string, value: string) => string;
  readonly strayArgument: (argument: string) => string;
  readonly notTogether: (one: string, other: string) => string;
  readonly resendNeedsEpisode: string;
  readonly unknownChannel: (
    name: string,
    nearest: string | undefined,
    known: readonly string[],
  ) => string;
  readonly channelOff: (channel: ChannelName) => string;
  readonly unknownEpisode: (name: string, nearest: string | undefined) => string;
  readonly badService: (variable: string, value: string) => string;

  /** An episode, by its name and its heading. */
  readonly episode: (name: string, heading: string) => string;
  readonly waiting: string;
  readonly contentFailed: string;
  readonly channels: Readonly<Record<ChannelName, string>>;
  readonly reason: (reason: Reason) => string;
  readonly noChannel: string;
  readonly nothing: string;
  readonly dryRun: string;
  readonly firstRun: (passed: number, newest: string | undefined, isDryRun: boolean) => string;
  readonly channelBegun: (channel: string, passed: number) => string;
  /** What to do about what may be there or not; in several lines. */
  readonly settle: (name: string, channel: ChannelName) => string;
  /** The same for what is no longer public. */
  readonly settleGone: (name: string, channel: ChannelName) => string;
  readonly interrupted: (episode: string, channel: string) => string;
  readonly skipped: (episode: string, channel: string) => string;
  readonly foundSent: (episode: string, channel: string) => string;
  readonly alreadySent: (episode: string, channel: string, name: ChannelName) => string;
  readonly stillUnknown: (episode: string, channel: string) => string;
  readonly open: (channel: string) => string;
  readonly flood: (channel: string, episodes: readonly string[], more: number) => string;
  readonly ceiling: (channel: string, waiting: number, monthly: number) => string;
  readonly paused: (channel: string, waiting: number, until: string) => string;
  readonly noSecret: (channel: string, missing: readonly string[], waiting: number) => string;
  readonly unusableSecret: (channel: string, names: readonly string[], waiting: number) => string;
  readonly wouldSend: (episode: string, channel: string) => string;
  readonly wouldWait: (channel: string, names: readonly string[], waiting: number) => string;
  readonly notLive: (episode: string, address: string, why: string) => string;
  readonly leadsElsewhere: (address: string) => string;
  readonly link: (episode: string) => string;
  /** Of the parts of a summary. */
  readonly headings: { readonly links: string; readonly problems: string };
  readonly sent: (episode: string, channel: string, url: string | undefined) => string;
  readonly sentBefore: (episode: string, channel: string) => string;
  readonly lacksPicture: string;
  /** Which secret to make anew, and where. */
  readonly newSecret: Readonly<Record<Exclude<ChannelName, 'x-link'>, string>>;
  readonly shorten: string;
  readonly refused: (episode: string, channel: string, why: string) => string;
  readonly unsent: (episode: string, channel: string, why: string) => string;
  readonly unknown: (episode: string, channel: string, why: string) => string;
  readonly limited: (episode: string, channel: string, until: string) => string;
  readonly unrecorded: (episode: string, channel: string) => string;
  readonly settledMeanwhile: (episode: string, channel: string) => string;
  readonly left: (channel: string, waiting: number) => string;
}

export const wordsFor: Readonly<Record<FindingLanguage, Words>> = { ja: wordsJa, en: wordsEn };
