import { Temporal } from 'temporal-polyfill';
import type { EpochMilliseconds } from './manuscript.ts';

/**
 * Reads `2026-04-01`, `2026-04-01T07:00`, `2026-04-01 07:00:30` and the same with `Z` or an offset
 * such as `+09:00`. Without an offset the date is one of the time zone, a day without a time its
 * first moment; a time that a change of the clocks leaves out or repeats is taken as RFC 5545
 * (section 3.3.5) takes it, which Temporal calls "compatible". Undefined where there is no such
 * date or time.
 */
export function parseDate(text: string, timezone: string): EpochMilliseconds | undefined {
  const parts = datePattern.exec(text.trim())?.groups;
  if (parts === undefined) {
    return undefined;
  }
  const number = (name: string) => Number(parts[name] ?? 0);
  try {
    const local = Temporal.PlainDateTime.from(
      {
        year: number('year'),
        month: number('month'),
        day: number('day'),
        hour: number('hour'),
        minute: number('minute'),
        second: number('second'),
        millisecond: Math.floor(number('fraction') * 1000),
      },
      { overflow: 'reject' },
    );
    const offset = parts['offset']?.toUpperCase();
    const zone = offset === undefined ? timezone : offset === 'Z' ? 'UTC' : offset;
    return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * The right notation of a date in one of the notations that people also use: `2026/4/1`,
 * `2026年4月1日`, `20260401`, full-width digits. Undefined where that is none either.
 */
export function suggestDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2}))?$/.exec(
      plain,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) {
    return undefined;
  }
  const [, year = '', month = '', day = '', hour, minute] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = hour === undefined ? '' : `T${hour.padStart(2, '0')}:${minute ?? '00'}`;
  const isRight = date + time === text || parseDate(date + time, 'UTC') === undefined;
  return isRight ? undefined : date + time;
}

/** The nearest IANA zone is looked up by city as well: `Tokyo` means `Asia/Tokyo`. */
export function suggestTimezone(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === 'jst') {
    return 'Asia/Tokyo';
  }
  return Intl.supportedValuesOf('timeZone').find(
    (zone) => zone.toLowerCase().split('/').at(-1) === wanted.split('/').at(-1),
  );
}

/** Whether a text is the name of a time zone of the IANA database, not a mere offset. */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) {
    return false;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const datePattern = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})` +
    String.raw`(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,9})?)?` +
    String.raw` ?(?<offset>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$`,
  'i',
);
