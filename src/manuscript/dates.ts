import { Temporal } from 'temporal-polyfill';
import type { EpochMilliseconds } from './manuscript.ts';
import { steadyOffset } from './zone-offset.ts';

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
  try {
    return momentOf(parts, timezone) ?? unsteadyMomentOf(parts, timezone);
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

type Parts = Readonly<Partial<Record<string, string>>>;

/** Undefined where Temporal has to decide: whether there is such a time, and which of two it is. */
function momentOf(parts: Parts, timezone: string): EpochMilliseconds | undefined {
  const { year, month, day, hour, minute, second, millisecond } = numbersIn(parts);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  // Date.UTC carries over what is too great, and takes the years of the first century otherwise.
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = writtenOffset(parts) ?? steadyOffset(timezone, midnight / 86_400_000);
  return offset === undefined
    ? undefined
    : midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond - offset;
}

function unsteadyMomentOf(parts: Parts, timezone: string): EpochMilliseconds {
  const local = Temporal.PlainDateTime.from(numbersIn(parts), { overflow: 'reject' });
  const offset = parts['offset']?.toUpperCase();
  const zone = offset === undefined ? timezone : offset === 'Z' ? 'UTC' : offset;
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function numbersIn(parts: Parts) {
  const number = (name: string) => Number(parts[name] ?? 0);
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    millisecond: Math.floor(number('fraction') * 1000),
  };
}

/** In milliseconds; undefined where none is written. */
function writtenOffset({ offset }: Parts): number | undefined {
  if (offset === undefined) return undefined;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
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
