import { dashed, readOptions } from '#src/command/options.ts';
import { Refusal } from '#src/command/refusal.ts';
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
  const { text, isOn, given, positionals } = readOptions(args, options, words);
  if (isOn('help')) {
    return { kind: 'help' };
  }
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
  const kinds = (['extra', 'notice'] as const).filter(isOn);
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
  // Alone it asks for a new series whose id is still to be found.
  series: { type: 'string', mayBeBare: true },
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

function refuseAll(unfit: readonly string[], words: Words): void {
  const [first] = unfit;
  if (first !== undefined) {
    throw new Refusal(words.unfitOption(first));
  }
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
