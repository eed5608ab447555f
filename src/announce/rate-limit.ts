import type { EpochMilliseconds } from '#src/manuscript/manuscript.ts';

const minute = 60_000;
/** Without a word of the service: X counts in quarters of an hour, as do the others. */
const usualPause = 15 * minute;
/** No pause is longer, whatever a service says and whatever becomes of the clock. */
export const longestPause = 24 * 60 * minute;

/**
 * When a service that has answered 429 may be asked again: by `Retry-After` (RFC 9110, section
 * 10.2.3) or one of the usual headers, in seconds, as seconds since 1970 or as a date. Moments are
 * taken by the clock of the service, where it tells it, for our own may be wrong.
 *
 * @param now - by our own clock
 * @returns by our own clock, a minute from now at least and a day at most
 */
export function resetOf(headers: Headers, now: EpochMilliseconds): EpochMilliseconds {
  const date = Date.parse(headers.get('date') ?? '');
  const theirNow = Number.isNaN(date) ? now : date;
  const pauses = named(headers).flatMap((value) => {
    const pause = pauseOf(value, theirNow);
    return pause === undefined ? [] : [pause];
  });
  const pause = pauses.length === 0 ? usualPause : Math.max(...pauses);
  return now + Math.min(longestPause, Math.max(minute, pause));
}

function named(headers: Headers): readonly string[] {
  const names = ['retry-after', 'x-rate-limit-reset', 'x-ratelimit-reset', 'ratelimit-reset'];
  // X has limits for a day besides, which count once they are used up.
  for (const day of ['x-user-limit-24hour', 'x-app-limit-24hour']) {
    if (headers.get(`${day}-remaining`) === '0') names.push(`${day}-reset`);
  }
  return names.flatMap((name) => headers.get(name) ?? []);
}

/** Milliseconds; undefined where the value is none of what it may be. */
function pauseOf(value: string, now: EpochMilliseconds): number | undefined {
  if (/^\d{1,12}(?:\.\d+)?$/.test(value)) {
    const seconds = Number(value);
    // As a number of seconds to wait it would be thirty years.
    return seconds > 1e9 ? seconds * 1000 - now : seconds * 1000;
  }
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment - now;
}
