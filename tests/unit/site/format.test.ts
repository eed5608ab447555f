import { describe, expect, it } from 'vitest';
import { createFormatter } from '#src/site/format.ts';

const newYear = Date.UTC(2025, 11, 31, 15, 30, 5);
const tokyo = createFormatter('ja', 'Asia/Tokyo');
const newYork = createFormatter('en', 'America/New_York');

describe('dates', () => {
  it('are those of the site’s zone, not of the machine that builds', () => {
    expect(tokyo.date(newYear)).toBe('2026年1月1日');
    expect(newYork.date(newYear)).toBe('December 31, 2025');
    expect(tokyo.calendar(newYear)).toEqual({ year: 2026, month: 1 });
    expect(newYork.calendar(newYear)).toEqual({ year: 2025, month: 12 });
  });

  it('have a form for machines with the offset of that moment (RFC 3339)', () => {
    expect(tokyo.timestamp(newYear)).toBe('2026-01-01T00:30:05+09:00');
    expect(newYork.timestamp(newYear)).toBe('2025-12-31T10:30:05-05:00');
    expect(newYork.timestamp(Date.UTC(2026, 6, 1))).toBe('2026-06-30T20:00:00-04:00');
    expect(createFormatter('ja', 'UTC').timestamp(newYear)).toMatch(
      /^2025-12-31T15:30:05(Z|\+00:00)$/,
    );
    expect(tokyo.timestamp(Date.UTC(1880, 5, 1))).toBe('1880-06-01T00:00:00Z');
    expect(Date.parse(tokyo.timestamp(newYear))).toBe(newYear);
  });

  it('keep far years', () => {
    expect(tokyo.isoDate(Date.UTC(2099, 0, 1))).toBe('2099-01-01');
    expect(tokyo.isoDate(Date.UTC(998, 0, 1))).toBe('0998-01-01');
  });

  it('are in Latin digits and the common calendar whatever the language asks for', () => {
    expect(createFormatter('ja-u-ca-japanese', 'Asia/Tokyo').date(newYear)).toContain('2026');
    expect(createFormatter('ar-EG', 'Africa/Cairo').date(newYear)).toMatch(/2025/);
  });
});

describe('lengths', () => {
  it('name their unit', () => {
    expect(tokyo.length({ amount: 2714, unit: 'characters' })).toBe('2,714字');
    expect(newYork.length({ amount: 1400, unit: 'words' })).toBe('1,400 words');
  });

  it('round reading time up', () => {
    expect(tokyo.minutes({ amount: 501, unit: 'characters' })).toBe('約2分');
    expect(newYork.minutes({ amount: 230, unit: 'words' })).toBe('1 min');
  });
});
