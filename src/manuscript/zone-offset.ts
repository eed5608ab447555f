import { Temporal } from 'temporal-polyfill';

/**
 * How far a zone's clocks were ahead of UTC on a day, in milliseconds: undefined where they were
 * changed about then. Thousands of episodes share few stretches of days.
 *
 * @param timezone - IANA; throws RangeError for another
 * @param day - counted from 1970-01-01, in local time
 */
export function steadyOffset(timezone: string, day: number): number | undefined {
  const stretch = Math.floor(day / daysInStretch);
  const known = offsets.get(timezone) ?? new Map<number, number | undefined>();
  offsets.set(timezone, known);
  if (!known.has(stretch)) known.set(stretch, offsetThroughout(timezone, stretch));
  return known.get(stretch);
}

/** Short enough for clocks not to be put forward and back again within it. */
const daysInStretch = 8;
const dayLength = 86_400_000;

const offsets = new Map<string, Map<number, number | undefined>>();

/** From the day before a stretch to the day behind it: local time is less than a day off UTC. */
function offsetThroughout(timezone: string, stretch: number): number | undefined {
  const [first, last] = [stretch * daysInStretch - 1, (stretch + 1) * daysInStretch + 1].map(
    (day) =>
      Temporal.Instant.fromEpochMilliseconds(day * dayLength).toZonedDateTimeISO(timezone)
        .offsetNanoseconds / 1e6,
  );
  return first === last ? first : undefined;
}
