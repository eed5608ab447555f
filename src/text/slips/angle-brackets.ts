import { LITERAL } from '../syntax/masks.ts';
import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';
import { withoutQuotations, type Unpaired } from './unpaired.ts';

/**
 * A 《 that is not closed within its paragraph, or a 》 that closes nothing. They quote as well as
 * hold readings: what is closed in a later line is no slip, nor what begins a line and is closed in
 * a later paragraph. Brackets that a bar or a backslash made literal may stand alone.
 */
export function angleBrackets(blocks: readonly Prose[]): Found[] {
  const unpaired = withoutQuotations(blocks.flatMap(unpairedIn));
  return unpaired.flatMap((bracket, i) => {
    if (isBeside(unpaired[i - 1], bracket)) return [];
    const { prose, at, kind } = bracket;
    return [foundIn(prose, at, 'angle-bracket-unpaired', { sign: signAt(prose, at), kind })];
  });
}

function unpairedIn(prose: Prose): Unpaired[] {
  const { text, syntax } = prose;
  if (PAIRED.test(syntax)) return [];
  const open: { at: number; isLiteral: boolean }[] = [];
  const closing: Unpaired[] = [];
  for (const { index: at } of text.matchAll(/[《》]/gu)) {
    const sign = syntax[at];
    if (text[at] === '》' && sign === LITERAL) {
      if (open.at(-1)?.isLiteral === true) open.pop();
    } else if (sign === '》') {
      if (open.pop() === undefined) closing.push({ prose, at, kind: 'close', isQuotation: true });
    } else if (sign === '《' || sign === LITERAL) {
      open.push({ at, isLiteral: sign === LITERAL || /[｜|]/u.test(syntax[at - 1] ?? '') });
    }
  }
  const opening = open
    .filter(({ isLiteral }) => !isLiteral)
    .map(({ at }): Unpaired => {
      const isQuotation = /(?:^|\n)[\s「『（(]*$/u.test(syntax.slice(Math.max(0, at - 4), at));
      return { prose, at, kind: 'open', isQuotation };
    });
  return [...closing, ...opening].sort((a, b) => a.at - b.at);
}

/** Nothing but pairs, single or double, without a bracket in them, as nearly always. */
const PAIRED = /^[^《》]*(?:(?:《[^《》]*》|《《[^《》]*》》)[^《》]*)*$/;

function isBeside(before: Unpaired | undefined, { prose, at, kind }: Unpaired): boolean {
  return before?.prose === prose && before.at === at - 1 && before.kind === kind;
}

/** The bracket, or two of them where dots were meant: 《《 */
function signAt({ syntax }: Prose, at: number): string {
  return /^(?:《{1,2}|》{1,2})/u.exec(syntax.slice(at, at + 2))?.[0] ?? '';
}
