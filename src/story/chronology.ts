import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';
import { compareTexts } from '#src/manuscript/order-texts.ts';

interface Dated {
  readonly date: EpochMilliseconds | undefined;
  readonly slug: string;
}

/** Orders by date, then slug; what has no date yet (a draft) comes after everything that has. */
export function oldestFirst(a: Dated, b: Dated): number {
  return compareDates(a, b) || compareTexts(a.slug, b.slug);
}

/** Negative, zero or positive, as `a` is earlier than, as old as, or later than `b`. */
export function compareDates(a: Dated, b: Dated): number {
  if (a.date === b.date) return 0;
  return (a.date ?? Infinity) < (b.date ?? Infinity) ? -1 : 1;
}
