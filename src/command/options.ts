import { parseArgs } from 'node:util';
import { nearest } from '#src/manuscript/nearest.ts';
import type { OptionWords } from './option-words.ts';
import { Refusal } from './refusal.ts';

/** The options of a command, by their names without dashes. */
export type Options = Readonly<
  Record<
    string,
    {
      readonly type: 'string' | 'boolean';
      readonly short?: string;
      /** It asks for something even without its value. */
      readonly mayBeBare?: boolean;
    }
  >
>;

/** What was typed. */
export interface ReadOptions<Name extends string> {
  /** The value of an option, without white space around it. */
  readonly text: (name: Name) => string | undefined;
  readonly isOn: (name: Name) => boolean;
  /** The names of the options that were given. */
  readonly given: readonly string[];
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a command.
 *
 * @throws Refusal where an option is not known, or lacks its value, or has one that it takes none of
 */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  words: OptionWords,
): ReadOptions<Extract<keyof O, string>> {
  const { values, positionals, tokens } = parseArgs({
    args: args.map((arg, index) => withValue(arg, args[index + 1], options)),
    options: options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, options, words);
  }
  return {
    text(name) {
      const value = values[name];
      return typeof value === 'string' ? value.trim() : undefined;
    },
    isOn: (name) => values[name] === true,
    given: Object.keys(values),
    positionals,
  };
}

/**
 * The same for a command that takes options alone.
 *
 * @throws Refusal where one of them does not make sense, or anything else was typed
 */
export function readOptionsAlone<const O extends Options>(
  args: readonly string[],
  options: O,
  words: OptionWords,
): Omit<ReadOptions<Extract<keyof O, string>>, 'positionals'> {
  const { positionals, ...read } = readOptions(args, options, words);
  const [stray] = positionals;
  if (stray !== undefined) throw new Refusal(words.unfitArgument(stray));
  return read;
}

/**
 * The same for a command that takes nothing.
 *
 * @returns whether its use was asked for
 * @throws Refusal where anything else was
 */
export function asksForHelp(args: readonly string[], words: OptionWords): boolean {
  return readOptionsAlone(args, helpAlone, words).isOn('help');
}

const helpAlone = { help: { type: 'boolean', short: 'h' } } as const;

/** An option as it is typed. */
export function dashed(name: string): string {
  return `--${name}`;
}

/** An option without its value would swallow the next one. */
function withValue(arg: string, next: string | undefined, options: Options): string {
  const option = Object.entries(options).find(([name]) => arg === dashed(name))?.[1];
  const isBare = next === undefined || next.startsWith('--');
  return option?.type === 'string' && isBare ? `${arg}=` : arg;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function checkOption(
  { name, rawName, value }: OptionToken,
  options: Options,
  words: OptionWords,
): void {
  const option = Object.entries(options).find(([known]) => known === name)?.[1];
  if (option === undefined) {
    const near = nearest(name, Object.keys(options));
    throw new Refusal(words.unknownOption(rawName, near === undefined ? undefined : dashed(near)));
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw new Refusal(words.noValue(rawName));
  } else if ((value ?? '').trim() === '' && option.mayBeBare !== true) {
    throw new Refusal(words.needsValue(rawName));
  }
}
