import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';
import { withoutQuotations, type Unpaired } from './unpaired.ts';

/**
 * A 「 or 『 that is closed neither in its paragraph nor by a later one, and a 」 or 』 that closes
 * nothing. One behind a round bracket is an arm: (」・ω・)」; and what is said at length may open
 * every paragraph and close the last.
 */
export function cornerBrackets(blocks: readonly Prose[]): Found[] {
  return PAIRS.flatMap(({ open, close, signs, paired }) =>
    withoutQuotations(
      blocks.flatMap((prose, i) =>
        paired.test(prose.syntax)
          ? []
          : unpairedIn(prose, open, signs).filter(
              (bracket) => !isCarriedOn(bracket, open, blocks[i + 1]),
            ),
      ),
    ).map(({ prose, at, kind }) =>
      foundIn(prose, at, 'corner-bracket-unpaired', {
        sign: kind === 'open' ? open : close,
        other: kind === 'open' ? close : open,
        kind,
      }),
    ),
  );
}

/** `paired`: nothing but pairs without a bracket in them, as nearly always. */
const PAIRS = [
  { open: '「', close: '」', signs: /[「」]/gu, paired: /^[^「」]*(?:「[^「」]*」[^「」]*)*$/ },
  { open: '『', close: '』', signs: /[『』]/gu, paired: /^[^『』]*(?:『[^『』]*』[^『』]*)*$/ },
];

function unpairedIn(prose: Prose, opening: string, signs: RegExp): Unpaired[] {
  const { syntax } = prose;
  const open: number[] = [];
  const unpaired: Unpaired[] = [];
  for (const { 0: sign, index: at } of syntax.matchAll(signs)) {
    if (sign === opening) open.push(at);
    else if (open.pop() === undefined && !/[()（）]/u.test(syntax[at - 1] ?? '')) {
      unpaired.push({ prose, at, kind: 'close', isQuotation: true });
    }
  }
  for (const at of open) unpaired.push({ prose, at, kind: 'open', isQuotation: true });
  return unpaired.sort((a, b) => a.at - b.at);
}

/**
 * Whether a bracket begins a line that ends in a full stop, and the next line or paragraph opens the
 * same quotation again. A bracket that was forgotten seldom has a stop in its place.
 */
function isCarriedOn({ prose, at, kind }: Unpaired, opening: string, next?: Prose): boolean {
  if (kind === 'close') return false;
  const { syntax } = prose;
  let before = at;
  while (/[ \t\u3000]/u.test(syntax.charAt(before - 1))) before -= 1;
  if (before > 0 && syntax[before - 1] !== '\n') return false;
  const lineEnd = syntax.indexOf('\n', at);
  const line = syntax.slice(at, lineEnd === -1 ? syntax.length : lineEnd);
  const following = lineEnd === -1 ? next?.syntax : syntax.slice(lineEnd + 1);
  return /。\s*$/u.test(line.slice(-10)) && following?.trimStart().startsWith(opening) === true;
}
