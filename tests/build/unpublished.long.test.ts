import { describe, expect, it } from 'vitest';
import { build } from './built-pages.ts';
import { hiddenContent } from './unpublished-content.ts';

const everything = ['first', 'local', 'offset', 'midnight', 'extra', 'notice'];

/** What is out at some moments, by the zone of the site. */
const moments: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'America/New_York': [
    ['2026-03-01T04:59:59.999Z', []],
    ['2026-03-01T05:00:00Z', ['first']],
    ['2026-04-01T10:59:59.999Z', ['first']],
    ['2026-04-01T11:00:00Z', ['first', 'local', 'offset']],
    ['2026-04-01T23:59:59', ['first', 'local', 'offset']],
    ['2026-04-02', everything],
    ['2100-01-01T00:00:00+14:00', everything],
  ],
  'Asia/Tokyo': [
    ['2026-03-01T00:00', ['first']],
    ['2026-04-01T06:59:59', ['first']],
    ['2026-04-01T07:00', ['first', 'local']],
    ['2026-04-01T10:59:59Z', ['first', 'local']],
    ['2026-04-01T11:00:00Z', ['first', 'local', 'offset']],
    ['2026-04-02T00:00:00+09:00', everything],
  ],
  'Australia/Lord_Howe': [
    ['2026-03-31T19:59:59Z', ['first']],
    ['2026-03-31T20:00:00Z', ['first', 'local']],
    ['2026-04-01T13:00:00Z', everything],
  ],
};

// A day apart, and more.
const machines = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];

describe.each(Object.entries(moments))('of a site in %s', (timezone, rows) => {
  it.each([...rows])('at %s nothing but this is in the output: %j', async (now, names) => {
    const content = await hiddenContent({ timezone });
    for (const TZ of machines) {
      const built = await build(content.files, { TSUZUKI_NOW: now, TZ });
      expect(content.seenIn(built), `on a machine in ${TZ}`).toEqual(names);
    }
  });
});
