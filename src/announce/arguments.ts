import { dashed, readOptions } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';
import { nearest } from '#src/manuscript/nearest.ts';
import { channelNames, type ChannelName } from './channels/channel.ts';
import type { Words } from './words.ts';

/** What was asked for. */
export interface Request {
  /** That channel only. */
  readonly channel: ChannelName | undefined;
  /** Its identity: that announcement only. */
  readonly episode: string | undefined;
  /** Even where it was announced, or perhaps was. */
  readonly resend: boolean;
  /** However many there are. */
  readonly all: boolean;
  /** Announce nothing, now or later, of what is due. */
  readonly skip: boolean;
  /** Only say what would be done. */
  readonly dryRun: boolean;
}

/** The arguments as they were typed; the episode is still to be found. */
export interface Arguments extends Request {
  /** Milliseconds for which pages that are not there are waited for. */
  readonly patience: number;
  /** Milliseconds for each request. */
  readonly timeLimit: number;
}

/**
 * Reads the arguments of the command.
 *
 * @throws Refusal when they do not make sense
 */
export function readArguments(args: readonly string[], words: Words): Arguments | 'help' {
  const { text, isOn, positionals } = readOptions(args, options, words);
  if (isOn('help')) return 'help';
  const [stray] = positionals;
  if (stray !== undefined) throw new Refusal(words.strayArgument(stray));
  const [episode, channel] = [text('episode'), text('channel')];
  if (isOn('resend') && episode === undefined) throw new Refusal(words.resendNeedsEpisode);
  for (const [one, other] of exclusive) {
    if (isOn(one) && isOn(other)) throw new Refusal(words.notTogether(dashed(one), dashed(other)));
  }
  return {
    channel: channel === undefined ? undefined : channelNamed(channel, words),
    episode,
    resend: isOn('resend'),
    all: isOn('all'),
    skip: isOn('skip'),
    dryRun: isOn('dry-run'),
    patience: seconds('wait', text('wait'), words) ?? usualPatience,
    timeLimit: seconds('timeout', text('timeout'), words) ?? usualTimeLimit,
  };
}

const usualPatience = 10_000;
const usualTimeLimit = 30_000;

const options = {
  'dry-run': { type: 'boolean' },
  channel: { type: 'string' },
  episode: { type: 'string' },
  resend: { type: 'boolean' },
  all: { type: 'boolean' },
  skip: { type: 'boolean' },
  wait: { type: 'string' },
  timeout: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const exclusive = [
  ['skip', 'resend'],
  ['skip', 'all'],
] as const;

function channelNamed(name: string, words: Words): ChannelName {
  const known = channelNames.find((one) => one === name.toLowerCase());
  if (known !== undefined) return known;
  throw new Refusal(words.unknownChannel(name, nearest(name, channelNames), channelNames));
}

/** Milliseconds of a number of seconds. */
function seconds(option: string, text: string | undefined, words: Words): number | undefined {
  if (text === undefined) return undefined;
  const digits = text.normalize('NFKC');
  if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(digits) || (option === 'timeout' && Number(digits) === 0)) {
    throw new Refusal(words.needsSeconds(dashed(option), text));
  }
  return Number(digits) * 1000;
}
