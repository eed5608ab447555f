import { foundIn, type Found } from './found.ts';
import type { Line } from './lines.ts';

/**
 * An odd number of dashes (―, — or ─), which come in twos in Japanese; and ーー, a sign that
 * lengthens a vowel, where there is no vowel to lengthen. Left alone are rules, which are a line of
 * nothing else, a single dash in a range (numbers, or places such as 東京―大阪) or beside Latin
 * letters, signals in Morse code, and drawings.
 */
export function dashes({ prose, text, start }: Line): Found[] {
  if (!/[―—─]|ー{2}|－{2}/u.test(text)) return [];
  if (!/[^―—─・･\s]/u.test(text)) return [];
  return Array.from(text.matchAll(RUNS)).flatMap(({ 0: all, 1: boundary = '', 2: run, index }) => {
    const dash = run ?? all;
    const at = index + (run === undefined ? 0 : boundary.length);
    const [before, after] = [text.slice(0, at), text.slice(at + dash.length)];
    if (dash.length > 2 && text.trim().length === dash.length) return [];
    if (run !== undefined) {
      return [foundIn(prose, start + at, 'dash-substitute', { run: run.slice(0, LONGEST_SHOWN) })];
    }
    const isMeant = dash.length % 2 === 0 || isDrawing(before, after);
    return isMeant || (dash.length === 1 && isRange(before, after))
      ? []
      : [foundIn(prose, start + at, 'dash-odd', { count: dash.length })];
  });
}

const RUNS = /[―—─]+|(^[ \u3000]*|[「『（(。、！？!?\u3000])(ー{2,}|－{2,})/gu;
const LONGEST_SHOWN = 12;

function isRange(before: string, after: string): boolean {
  const isNumber = /[\d０-９〇一二三四五六七八九十百千]\s?$/u.test(before.slice(-2));
  const goesOn = /^\s?[\d０-９〇一二三四五六七八九十百千]/u.test(after.slice(0, 2));
  const isLatin = /[A-Za-z]\s?$/.test(before.slice(-2)) || /^\s?[A-Za-z]/.test(after.slice(0, 2));
  const isPlaces =
    /\p{Script=Han}{2}$/u.test(before.slice(-2)) && /^\p{Script=Han}{2}/u.test(after);
  return (isNumber && goesOn) || isLatin || isPlaces;
}

function isDrawing(before: string, after: string): boolean {
  return /[\u2500-\u257F]/.test(before.slice(-1) + after.slice(0, 1));
}
