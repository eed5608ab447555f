import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import { remember } from '#src/manuscript/remember.ts';
import type { Length } from '#src/story/length.ts';
import { readingMinutes } from '#src/story/length.ts';
import { stringsFor } from './strings.ts';

/** Dates and numbers as a reader of one language sees them, in the site's time zone. */
export interface Formatter {
  /** 2026年9月12日 */
  readonly date: (moment: EpochMilliseconds) => string;
  /** 9月12日 */
  readonly dayOfYear: (moment: EpochMilliseconds) => string;
  /** 9月, for 9 */
  readonly month: (month: number) => string;
  /** The year and month (1 to 12) that a moment falls in. */
  readonly calendar: (moment: EpochMilliseconds) => { year: number; month: number };
  /** 2026-09-12T07:00:00+09:00, for machines (RFC 3339). */
  readonly timestamp: (moment: EpochMilliseconds) => string;
  /** 2026-09-12, for machines. */
  readonly isoDate: (moment: EpochMilliseconds) => string;
  readonly number: (value: number) => string;
  /** 2,714字 */
  readonly length: (length: Length) => string;
  /** 約6分 */
  readonly minutes: (length: Length) => string;
}

/**
 * @param language - BCP 47
 * @param timezone - IANA
 */
export function createFormatter(language: string, timezone: string): Formatter {
  const strings = stringsFor(language);
  const locale = new Intl.Locale(language, { numberingSystem: 'latn', calendar: 'gregory' });
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: timezone, ...options });
    return remember((moment: EpochMilliseconds) => format.format(moment));
  };
  const months = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
  });
  const numbers = new Intl.NumberFormat(locale);
  const number = (value: number) => numbers.format(value);
  const machine = createMachineFormatter(timezone);
  return {
    date: dateFormat({ year: 'numeric', month: 'long', day: 'numeric' }),
    dayOfYear: dateFormat({ month: 'long', day: 'numeric' }),
    month: (month) => months.format(Date.UTC(2000, month - 1)),
    ...machine,
    number,
    length: ({ amount, unit }) => strings[unit](number(amount)),
    minutes: (length) => strings.minutes(number(readingMinutes(length))),
  };
}

function createMachineFormatter(
  timezone: string,
): Pick<Formatter, 'calendar' | 'timestamp' | 'isoDate'> {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-hc-h23', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  const parts = remember(
    (moment: EpochMilliseconds) =>
      Object.fromEntries(
        format.formatToParts(moment).map(({ type, value }) => [type, value]),
      ) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>,
  );
  const day = ({ year = '', month = '', day = '' }: ReturnType<typeof parts>) =>
    `${year.padStart(4, '0')}-${month}-${day}`;
  return {
    calendar: (moment) => {
      const { year, month } = parts(moment);
      return { year: Number(year), month: Number(month) };
    },
    isoDate: (moment) => day(parts(moment)),
    timestamp: (moment) => {
      const p = parts(moment);
      const offset = /^GMT([+-]\d\d:\d\d)$/.exec(p.timeZoneName ?? '')?.[1];
      // Offsets of old had seconds, which RFC 3339 cannot say.
      if (offset === undefined) return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
      return `${day(p)}T${p.hour ?? ''}:${p.minute ?? ''}:${p.second ?? ''}${offset}`;
    },
  };
}
