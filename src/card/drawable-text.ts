import type { Face } from './face.ts';
import { withPairedQuotes } from './quotation-marks.ts';

/**
 * What can be drawn of a text: one line of characters that the face has. One that it lacks is drawn
 * as what it is compatible with (Unicode, section 2.3: ㉑ is 21), or as its letter without the marks
 * on it, or left out with all that is joined to it. Empty where nothing is left that says anything.
 *
 * @param text - plain, of any characters
 */
export function drawableText(text: string, face: Face): string {
  if (plain.test(text) && hasAll(text, face)) return text;
  let drawn = '';
  let isWhole = true;
  for (const { segment } of graphemes.segment(withPairedQuotes(text.normalize('NFC')))) {
    const shown = /^\p{White_Space}+$/u.test(segment) ? spaceFor(segment) : draw(segment, face);
    if (shown === undefined) isWhole = false;
    else drawn += shown;
  }
  const line = inOneLine(isWhole ? drawn : withoutEmptyBrackets(drawn));
  return isWhole || /[\p{L}\p{N}\p{S}]/u.test(line) ? line : '';
}

/**
 * Characters that each stand for themselves, with a space between some of them: nothing is done to
 * them below. Kana and Han of the first planes, their punctuation, and ASCII without quotation marks.
 */
const plain =
  /^[!#-&(-~\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff5e]+(?:[ \u3000][!#-&(-~\u3001-\u3029\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uff01-\uff5e]+)*$/u;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Undefined where it cannot be drawn; empty where there is nothing to draw, as of a control. */
function draw(grapheme: string, face: Face): string | undefined {
  for (const form of forms) {
    const visible = form(grapheme).replaceAll(unseen, '');
    if (hasAll(visible, face)) return visible;
  }
  return undefined;
}

function hasAll(text: string, face: Face): boolean {
  for (const character of text) if (!face.has(character)) return false;
  return true;
}

const forms: readonly ((grapheme: string) => string)[] = [
  (grapheme) => grapheme,
  (grapheme) => grapheme.normalize('NFKC'),
  (grapheme) => grapheme.normalize('NFKD'),
];

/** Also marks on letters, which would stand beside them: the face has no anchors for them. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{M}]/gu;

function spaceFor(space: string): string {
  return space === '\u3000' ? space : ' ';
}

const pairs =
  /「\s*」|『\s*』|（\s*）|\(\s*\)|【\s*】|［\s*］|\[\s*\]|〈\s*〉|《\s*》|〔\s*〕|“\s*”/gu;

function withoutEmptyBrackets(line: string): string {
  const next = line.replaceAll(pairs, '');
  return next === line ? line : withoutEmptyBrackets(next);
}

function inOneLine(line: string): string {
  return line
    .replaceAll(/[ \u3000]{2,}/gu, (run) => run.slice(0, 1))
    .replace(/^[ \u3000]|[ \u3000]$/gu, '');
}
