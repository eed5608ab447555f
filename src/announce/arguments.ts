import { parseArgs } from 'node:util';
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

/** Something that was asked for cannot be done; the message is for the person who asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * Reads the arguments of the command.
 *
 * @throws Refusal when they do not make sense
 */
export function readArguments(args: readonly string[], words: Words): Arguments | 'help' {
  const { values, positionals, tokens } = parseArgs({
    args: args.map((arg, index) => withValue(arg, args[index + 1])),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, words);
  }
  if (values.help === true) return 'help';
  const [stray] = positionals;
  if (stray !== undefined) throw new Refusal(words.strayArgument(stray));
  const text = (name: keyof typeof options) => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const isOn = (name: keyof typeof options) => values[name] === true;
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

/** An option without its value would swallow the next one. */
function withValue(arg: string, next: string | undefined): string {
  const option = Object.entries(options).find(([name]) => arg === dashed(name))?.[1];
  const isBare = next === undefined || next.startsWith('--');
  return option?.type === 'string' && isBare ? `${arg}=` : arg;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function checkOption({ name, rawName, value }: OptionToken, words: Words): void {
  const option = Object.entries(options).find(([known]) => known === name)?.[1];
  if (option === undefined) {
    const near = nearest(name, Object.keys(options));
    throw new Refusal(words.unknownOption(rawName, near === undefined ? undefined : dashed(near)));
  }
  if (option.type === 'boolean' && value !== undefined) throw new Refusal(words.noValue(rawName));
  if (option.type === 'string' && (value ?? '').trim() === '') {
    throw new Refusal(words.needsValue(rawName));
  }
}

function dashed(name: string): string {
  return `--${name}`;
}
