import type { NumeralStyle } from '#src/manuscript/manuscript.ts';

/**
 * Writes a number the way a label does.
 *
 * A decimal is plain in every style, and a circled style is plain beyond its last circle and for
 * zero.
 *
 * @param value - zero or more
 * @returns the numeral; empty for the style `none`
 */
export function formatNumeral(value: number, style: NumeralStyle): string {
  if (style === 'none') return '';
  if (!Number.isInteger(value)) return String(value);
  switch (style) {
    case 'circled-10':
      return circled(value, 10);
    case 'circled-20':
      return circled(value, 20);
    case 'circled-50':
      return circled(value, 50);
    case 'arabic':
      return String(value);
    case 'fullwidth':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'kanji':
      return kanji(value);
  }
}

// Unicode has the circled numbers in three runs.
function circled(value: number, last: number): string {
  if (value < 1 || value > last) return String(value);
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return String.fromCodePoint(0x32b1 + value - 36);
}

const digits = '〇一二三四五六七八九';
const units = ['', '十', '百', '千'];
const myriads = ['', '万', '億', '兆', '京'];

/** As it is read aloud: 百八, 千二百, 一万三. */
function kanji(value: number): string {
  if (value === 0) return '〇';
  let rest = value;
  let written = '';
  for (const myriad of myriads) {
    const group = rest % 10_000;
    if (group > 0) written = kanjiBelowMyriad(group, myriad !== '') + myriad + written;
    rest = Math.floor(rest / 10_000);
  }
  return written;
}

function kanjiBelowMyriad(group: number, beforeMyriad: boolean): string {
  return [3, 2, 1, 0]
    .map((power) => {
      const digit = Math.floor(group / 10 ** power) % 10;
      if (digit === 0) return '';
      // 十 and 百 stand alone for one; before 万 a thousand is 一千.
      const silent = digit === 1 && power > 0 && !(power === 3 && beforeMyriad);
      return (silent ? '' : (digits[digit] ?? '')) + (units[power] ?? '');
    })
    .join('');
}
