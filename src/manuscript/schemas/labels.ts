import { z } from 'zod';
import { suggestWord } from '../japanese-words.ts';
import { type LabelSetting, numeralStyles, presetNames } from '../manuscript.ts';
import { isSettings, type Settings } from '../yaml-settings.ts';
import { check, choice, fail, line, parsed, settings, value } from './values.ts';

/** `labels` as written: a preset may leave its name to the series' language. */
export type WrittenLabels =
  | Exclude<LabelSetting, { kind: 'preset' }>
  | {
      readonly kind: 'preset';
      readonly name: (typeof presetNames)[number] | undefined;
      readonly numerals: (typeof numeralStyles)[number] | undefined;
    };

/** A preset's name, or one of three schemes, told apart by their keys. */
export function labels() {
  return value((input, context): WrittenLabels => {
    if (typeof input === 'string') {
      return {
        kind: 'preset',
        name: presetNamed(input, context),
        numerals: undefined,
      };
    }
    if (!isSettings(input)) {
      return fail(context, 'wrong-type', { expected: 'text-or-settings' });
    }
    const kinds = schemes.filter(({ keys }) => keys.some((key) => Object.hasOwn(input, key)));
    const [scheme] = kinds.length === 0 && Object.hasOwn(input, 'numerals') ? schemes : kinds;
    return scheme === undefined || kinds.length > 1
      ? fail(context, 'labels-mixed')
      : check(scheme.schema, withMiddle(input), context);
  });
}

/** Whoever names no preset has seen the numbering somewhere, or writes down words of their own. */
function presetNamed(input: string, context: Parameters<typeof fail>[0]) {
  const name = presetNames.find((known) => known === input.trim());
  if (name !== undefined) {
    return name;
  }
  if (input.trim() === '') {
    return fail(context, 'value-missing');
  }
  const near =
    seen.find(([, pattern]) => pattern.test(input))?.[0] ?? suggestWord(input, presetNames);
  const own = input.split(/[・、，,／/|｜\s]+/u).filter((part) => /^[^{}"'#:：[\]]+$/.test(part));
  const [first = '上', ...rest] = own.length === 2 || own.length === 3 ? own : [];
  const last = rest.at(-1) ?? '下';
  const middle = rest.length === 1 ? '' : ` middle: ${rest[0] ?? '中'},`;
  return fail(context, 'choice-unknown', {
    value: input,
    choices: presetNames.join(', '),
    ...(near === undefined
      ? { example: `{ first: ${first},${middle} last: ${last}, numerals: none }` }
      : { nearest: near }),
  });
}

const seen = [
  ['wa', /^第?[\d０-９一二三nNｎＮ〇○◯]*話/u],
  ['sono', /^その/u],
  ['maru', /^[①-⑳]/u],
  ['zenpen', /^前編(?:[①・、／]|$)/u],
  ['part', /^part\s*\d/i],
] as const;

function withMiddle(input: Settings): Settings {
  const isPair = Object.hasOwn(input, 'last') && !Object.hasOwn(input, 'middle');
  return isPair ? { ...input, middle: input['last'] } : input;
}

const presetScheme = settings({
  /** The preset whose numerals are chosen. Default: `zenpen` in Japanese, else `part`. */
  preset: choice(presetNames).optional(),
  /** How the number is written. */
  numerals: choice(numeralStyles).optional(),
});

const absoluteScheme = settings({
  /** The word of the first episode. */
  first: line().optional(),
  /** The word of the others. Default: `last`, as in 前編 and 後編. */
  middle: line(),
  /** The word of the last episode of a complete series. */
  last: line().optional(),
  /** How the number is written. */
  numerals: choice(numeralStyles).optional(),
  /** Where word and number stand: text with `{word}` and `{n}`. */
  format: format().optional(),
});

const relativeScheme = settings({
  /** The word of what comes before the episode that is being read. */
  before: line(),
  /** The word of what comes after it. */
  after: line(),
  /** The word of the last episode of a complete series. */
  final: line().optional(),
  /** Where word and number stand: text with `{word}` and `{n}`. */
  format: format().optional(),
  /** How the number is written. */
  numerals: choice(numeralStyles).optional(),
});

interface Scheme {
  /** The keys that only this scheme has. */
  readonly keys: readonly string[];
  readonly schema: z.ZodType<WrittenLabels>;
}

const schemes: readonly Scheme[] = [
  {
    keys: ['preset'],
    schema: presetScheme.transform(({ preset, numerals }) => ({
      kind: 'preset',
      name: preset,
      numerals,
    })),
  },
  {
    keys: ['first', 'middle', 'last'],
    schema: absoluteScheme.transform(({ first, middle, last, format, numerals }) => ({
      kind: 'absolute',
      first,
      middle,
      last,
      format,
      numerals,
    })),
  },
  {
    keys: ['before', 'after', 'final'],
    schema: relativeScheme.transform(({ before, after, final, format, numerals }) => ({
      kind: 'relative',
      before,
      after,
      final,
      format,
      numerals,
    })),
  },
];

function format() {
  return parsed((input, context): string => {
    const rest = input.replace(/\{(?:n|word)\}/g, '');
    return rest === input || /[{}]/.test(rest)
      ? fail(context, 'format-invalid', { value: input })
      : input;
  });
}
