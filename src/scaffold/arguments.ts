import { parseArgs } from 'node:util';
import { nearest } from '#src/manuscript/nearest.ts';
import { Refusal } from './refusal.ts';
import type { Words } from './words.ts';

/** What was asked for, as it was typed; nothing in it has been checked. */
export type Request = EpisodeRequest | SeriesRequest | { readonly kind: 'help' };

export interface EpisodeRequest {
  readonly kind: 'episode' | 'extra' | 'notice';
  /** The series, if one was named. */
  readonly series?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly arc?: string | undefined;
  readonly slug?: string | undefined;
  readonly after?: string | undefined;
}

export interface SeriesRequest {
  readonly kind: 'series';
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly direction?: string | undefined;
  readonly labels?: string | undefined;
}

/**
 * Reads the arguments of the command.
 *
 * @throws Refusal when they do not make sense
 */
export function readArguments(args: readonly string[], words: Words): Request {
  const { values, positionals, tokens } = parseArgs({
    args: args.map((arg, index) => withValue(arg, args[index + 1])),
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') {
      checkOption(token, words);
    }
  }
  const text = (name: keyof typeof options) => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : undefined;
  };
  if (values.help === true) {
    return { kind: 'help' };
  }
  const given = Object.keys(values);
  const [series, ...rest] = positionals;
  const id = text('series');
  if (id !== undefined) {
    // With both, it is not clear which was meant.
    refuseAll([...given.filter((name) => !forSeries.has(name)).map(dashed), ...positionals], words);
    return {
      kind: 'series',
      id: id || undefined,
      ...pick(text, ['title', 'language', 'direction', 'labels']),
    };
  }
  refuseAll([...given.filter((name) => !forEpisode.has(name)).map(dashed), ...rest], words);
  const kinds = (['extra', 'notice'] as const).filter((kind) => values[kind] === true);
  const [kind = 'episode'] = kinds;
  const unfit = [
    ...kinds.slice(1),
    ...(kind === 'extra' ? [] : ['after']),
    ...(kind === 'episode' ? [] : ['arc']),
  ];
  refuseAll(given.filter((name) => unfit.includes(name)).map(dashed), words);
  return { kind, series, ...pick(text, ['title', 'date', 'arc', 'slug', 'after']) };
}

const options = {
  series: { type: 'string' },
  title: { type: 'string' },
  language: { type: 'string' },
  direction: { type: 'string' },
  labels: { type: 'string' },
  date: { type: 'string' },
  arc: { type: 'string' },
  slug: { type: 'string' },
  after: { type: 'string' },
  extra: { type: 'boolean' },
  notice: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const forSeries = new Set(['series', 'title', 'language', 'direction', 'labels']);
const forEpisode = new Set(['title', 'date', 'arc', 'slug', 'after', 'extra', 'notice']);

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
  if (option.type === 'boolean' ? value !== undefined : (value ?? '').trim() === '') {
    // `--series` alone asks for a new series whose id is still to be found.
    if (name !== 'series') {
      throw new Refusal(
        option.type === 'boolean' ? words.noValue(rawName) : words.needsValue(rawName),
      );
    }
  }
}

function refuseAll(unfit: readonly string[], words: Words): void {
  const [first] = unfit;
  if (first !== undefined) {
    throw new Refusal(words.unfitOption(first));
  }
}

function dashed(name: string): string {
  return `--${name}`;
}

function pick<K extends keyof typeof options>(
  text: (name: K) => string | undefined,
  names: readonly K[],
): Partial<Record<K, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(name);
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Partial<Record<K, string>>;
}
