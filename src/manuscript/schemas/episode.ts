import { reservedSlugs } from '../addresses.ts';
import { parseDate, suggestDate } from '../dates.ts';
import { name } from './name.ts';
import { choice, fail, line, settings, text, texts, toggle, value } from './values.ts';
import { isSettings, WrittenNumber } from '../yaml-settings.ts';

/** The kinds of file in a series' folder. */
export const episodeKinds = ['episode', 'extra', 'notice'] as const;

/** The frontmatter of an episode, extra or notice; dates without an offset are in the time zone. */
export function episodeSchema(timezone: string) {
  return settings({
    /** Place in the series; required for `kind: episode`, and only there. */
    order: place().optional(),
    /** First publication; required unless a draft. */
    date: date(timezone).optional(),
    /** The episode's own title. */
    title: line().optional(),
    /** When the text was last changed in a way that readers should know. */
    updated: date(timezone).optional(),
    /** What happens, for lists and feeds. */
    summary: text().optional(),
    /** Content warnings: one, or a list. */
    warnings: texts(line()).optional(),
    /** The id of one of the series' arcs. */
    arc: line().optional(),
    /** An image beside the file, for the card. */
    image: line().optional(),
    /** 前書き, in Markdown. Default: the series'. */
    foreword: text().optional(),
    /** 後書き, in Markdown. Default: the series'. */
    afterword: text().optional(),
    /** An episode, 番外編 or お知らせ. Default: `episode`. */
    kind: choice(episodeKinds).optional(),
    /** The order of the episode that an extra follows; required for `kind: extra`, and only there. */
    after: place().optional(),
    /** Seen in the development server only. Default: `false`. */
    draft: toggle().optional(),
    /** Last part of the address. Default: the file's name. */
    slug: name(reservedSlugs).optional(),
    /** Former slugs, oldest first. */
    aliases: texts(name(reservedSlugs)).optional(),
    /** Never changes. Default: the first alias, else the slug. */
    id: name([]).optional(),
  });
}

/** The number that is written, be it in quotation marks, which make no difference here. */
export function placeIn(input: unknown): number | undefined {
  if (input instanceof WrittenNumber) {
    return input.value;
  }
  const isNumber = typeof input === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(input);
  return isNumber ? Number(input) : undefined;
}

function place() {
  return value((input, context): number => {
    if (isSettings(input) || Array.isArray(input) || typeof input === 'boolean') {
      return fail(context, 'wrong-type', { expected: 'number' });
    }
    const order = placeIn(input) ?? Number.NaN;
    // Minus zero would be written differently from the zero that it equals.
    return order >= 0 && order <= Number.MAX_SAFE_INTEGER
      ? order + 0
      : fail(context, 'order-invalid', {
          value: input instanceof WrittenNumber ? input.source : String(input),
        });
  });
}

function date(timezone: string) {
  return value((input, context): number => {
    const written = input instanceof WrittenNumber ? input.source : input;
    if (typeof written !== 'string') {
      return fail(context, 'wrong-type', { expected: 'date' });
    }
    const moment = parseDate(written, timezone);
    if (moment !== undefined) {
      return moment;
    }
    const better = suggestDate(written);
    return fail(context, 'date-invalid', {
      value: written,
      ...(better === undefined ? {} : { nearest: better }),
    });
  });
}
