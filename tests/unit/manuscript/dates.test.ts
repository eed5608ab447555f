import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isTimezone, parseDate, suggestDate, suggestTimezone } from '#src/manuscript/dates.ts';

const moment = (text: string, zone = 'Asia/Tokyo') => {
  const milliseconds = parseDate(text, zone);
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
};

describe('parseDate', () => {
  it.each([
    ['2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026-04-01T07:00', '2026-03-31T22:00:00.000Z'],
    ['2026-04-01 07:00', '2026-03-31T22:00:00.000Z'],
    ['2026-04-01T07:00:30', '2026-03-31T22:00:30.000Z'],
    ['2026-04-01T07:00:30.25', '2026-03-31T22:00:30.250Z'],
    ['2026-04-01T07:00Z', '2026-04-01T07:00:00.000Z'],
    ['2026-04-01T07:00:00-03:30', '2026-04-01T10:30:00.000Z'],
    ['2026-04-01 07:00 +09:00', '2026-03-31T22:00:00.000Z'],
    ['2024-02-29', '2024-02-28T15:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-04-01T25:00',
    '2026-04-01T24:00',
    '2026-04-01T07:60',
    '2026-04-01T07:00:60',
    '2026-04-01T07:00+24:00',
    '2026-04-01T',
    '2026-04',
    '2026/04/01',
    '2026-04-01T07:00[Asia/Tokyo]',
    '',
    'あした',
  ])('refuses %j', (text) => {
    expect(moment(text)).toBeUndefined();
  });

  it('moves on over a time that the clocks leave out, and takes the first of two', () => {
    expect(moment('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(moment('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    // Beirut's day began at one o'clock.
    expect(moment('2026-03-29', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
  });
});

describe('parseDate, in any zone and on any day', () => {
  const zones = ['Asia/Tokyo', 'Europe/London', 'America/New_York', 'Africa/Casablanca'];
  const odd = ['Pacific/Apia', 'Asia/Gaza', 'Australia/Lord_Howe', 'Africa/Monrovia', 'UTC'];
  const day = fc.date({
    min: new Date('0000-01-01T00:00Z'),
    max: new Date('2100-01-01T00:00Z'),
    noInvalidDate: true,
  });
  const recent = fc.date({
    min: new Date(0),
    max: new Date('2040-01-01T00:00Z'),
    noInvalidDate: true,
  });

  it('tells what Temporal tells', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones, ...odd), fc.oneof(day, recent), (zone, date) => {
        const text = date.toISOString().slice(0, 19);
        const told = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
        expect(parseDate(text, zone)).toBe(told);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses the days that there are not', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(13), fc.nat(32), (year, month, number) => {
        const pad = (value: number, length: number) => String(value).padStart(length, '0');
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(number, 2)}`;
        const isDay = !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && number <= lengthOf(text);
        expect(parseDate(text, 'Asia/Tokyo') !== undefined).toBe(isDay);
      }),
    );
  });

  function lengthOf(text: string): number {
    return Temporal.PlainYearMonth.from(text.slice(0, 7)).daysInMonth;
  }
});

describe('suggestDate', () => {
  it.each([
    ['2026/4/1', '2026-04-01'],
    ['2026-4-1', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['２０２６年４月１日', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2026/4/1 7:00', '2026-04-01T07:00'],
    ['2026/2/30', undefined],
    ['2026-02-30', undefined],
  ])('for %s', (text, expected) => {
    expect(suggestDate(text)).toBe(expected);
  });
});

describe('time zones', () => {
  it.each(['Asia/Tokyo', 'UTC', 'America/Argentina/Buenos_Aires'])('knows %s', (zone) => {
    expect(isTimezone(zone)).toBe(true);
  });

  it.each(['+09:00', 'Tokyo', 'Asia/Tokio', '', 'JST-9'])('does not know %j', (zone) => {
    expect(isTimezone(zone)).toBe(false);
  });

  it('suggests a zone by its city', () => {
    expect(suggestTimezone('tokyo')).toBe('Asia/Tokyo');
    expect(suggestTimezone('JST')).toBe('Asia/Tokyo');
    expect(suggestTimezone('Nowhere')).toBeUndefined();
  });
});
