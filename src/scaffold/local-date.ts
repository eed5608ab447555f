import { Temporal } from 'temporal-polyfill';
import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';

/** A moment as a writer notes it: `2026-11-22T20:00`, by the clock of the time zone. */
export function localDate(moment: EpochMilliseconds, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}
