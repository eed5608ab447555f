import { z } from 'zod';
import type { Code } from '#src/diagnostics/catalogue.ts';
import { isSettings, WrittenNumber } from '../yaml-settings.ts';
import { suggestWord } from '../japanese-words.ts';

/**
 * The kinds of values that the schemas are made of. Each issue of theirs has a code of our
 * catalogue as its message and the finding's values, save `key`, as its params.
 */

type Context = z.RefinementCtx;
type IssueValues = Readonly<Record<string, string | number>>;

/** Ends the reading of a value, once its issues have been added. Caught in `value`. */
class Rejection extends Error {}

/** Rejects a value with an issue that becomes a finding of that code. */
export function fail(context: Context, code: Code, values: IssueValues = {}): never {
  context.addIssue({ code: 'custom', message: code, params: values });
  throw new Rejection(code);
}

/** A value that is read by a function, which tells its mistakes with `fail`. */
export function value<T>(read: (input: unknown, context: Context) => T) {
  return z.unknown().transform((input, context): T => {
    try {
      if (input === undefined) {
        return fail(context, 'key-missing');
      }
      return input === null ? fail(context, 'value-missing') : read(input, context);
    } catch (error) {
      if (error instanceof Rejection) {
        return z.NEVER;
      }
      throw error;
    }
  });
}

/** Text of one line or several, not blank; a number counts as the text it was written as. */
export function text() {
  return value(readText);
}

/** Text of one line: surrounding white space is dropped, line breaks become spaces. */
export function line() {
  return value((input, context) =>
    readText(input, context)
      .trim()
      .replace(/\s*\n\s*/g, ' '),
  );
}

/** A text that a function turns into something, such as a date. */
export function parsed<T>(parse: (text: string, context: Context) => T) {
  return value((input, context) => parse(readText(input, context).trim(), context));
}

/** `true` or `false`. */
export function toggle() {
  return value((input, context) =>
    typeof input === 'boolean'
      ? input
      : fail(context, 'wrong-type', { expected: 'switch', ...meantSwitch(input) }),
  );
}

/** `true` or `false`, as the `nearest` of an issue, where another word for it was written. */
export function meantSwitch(input: unknown): IssueValues {
  const word = input instanceof WrittenNumber ? input.source : input;
  if (typeof word !== 'string') return {};
  const folded = word.normalize('NFKC').trim().toLowerCase();
  if (/^(?:no|off|n|0|none|false|いいえ|なし|オフ|不要)$/.test(folded)) return { nearest: 'false' };
  return /^(?:yes|on|y|1|true|はい|あり|オン|必要)$/.test(folded) ? { nearest: 'true' } : {};
}

/** A whole number from `minimum` to `maximum`. */
export function count(minimum: number, maximum: number) {
  return value((input, context) => {
    if (!(input instanceof WrittenNumber)) {
      return fail(context, 'wrong-type', { expected: 'number' });
    }
    const isRight =
      Number.isInteger(input.value) && input.value >= minimum && input.value <= maximum;
    return isRight
      ? input.value
      : fail(context, 'number-range', { value: input.source, minimum, maximum });
  });
}

/** One of a few words. */
export function choice<const T extends string>(choices: readonly T[]) {
  return value((written, context): T => {
    // Switched on or off, it still is one of a few words that is wanted.
    const isSwitch = typeof written === 'boolean';
    const input = isSwitch ? String(written) : readText(written, context).trim();
    const chosen = choices.find((known) => known === input);
    if (chosen !== undefined) {
      return chosen;
    }
    const near = suggestWord(input, choices);
    return fail(context, 'choice-unknown', {
      value: input,
      choices: choices.join(', '),
      ...(near === undefined ? {} : { nearest: near }),
    });
  });
}

/** A list of values of one kind. */
export function list<T extends z.ZodType>(item: T) {
  return value((input, context) => {
    if (!Array.isArray(input)) {
      return fail(context, 'wrong-type', { expected: 'list' });
    }
    return check(z.array(item), input, context);
  });
}

/** One text, or a list of them: always read as a list. `expected`: what they are, for a finding. */
export function texts<T extends z.ZodType>(item: T, expected = 'text-or-list') {
  return value((input, context) => {
    if (isSettings(input) || typeof input === 'boolean') {
      return fail(context, 'wrong-type', { expected });
    }
    return Array.isArray(input)
      ? check(z.array(item), input, context)
      : [check(item, input, context)];
  });
}

/**
 * Settings with these keys and no others. The message of the issue for unknown keys is the list of
 * the known ones, for the finding to name the nearest.
 */
export function settings<const S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined,
  });
}

/** Settings inside settings. */
export function group<T extends z.ZodType>(schema: T) {
  return value((input, context) =>
    isSettings(input)
      ? check(schema, input, context)
      : fail(context, 'wrong-type', { expected: 'settings' }),
  );
}

/** Checks a value against a schema that was chosen for it; passes its issues on and rejects. */
export function check<T extends z.ZodType>(
  schema: T,
  input: unknown,
  context: Context,
): z.output<T> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) {
    return result.data;
  }
  for (const issue of result.error.issues) {
    context.issues.push(passedOn(issue));
  }
  throw new Rejection('issues passed on');
}

function passedOn(issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  const { message, input } = issue;
  const path = [...issue.path];
  switch (issue.code) {
    case 'custom':
      return { code: issue.code, message, path, input, params: issue.params };
    case 'unrecognized_keys':
      return { code: issue.code, message, path, input: issue.input ?? {}, keys: issue.keys };
    default:
      throw new Error(`No schema of ours makes an issue ${issue.code}.`);
  }
}

function readText(input: unknown, context: Context): string {
  const read = input instanceof WrittenNumber ? input.source : input;
  if (typeof read !== 'string') {
    return fail(context, 'wrong-type', { expected: 'text' });
  }
  return read.trim() === '' ? fail(context, 'value-missing') : read;
}
