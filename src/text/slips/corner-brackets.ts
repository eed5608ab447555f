import { foundIn, type Found } from './found.ts';
import type { Prose } from './prose.ts';
import { withoutQuotations, type Unpaired } from './unpaired.ts';

/**
 * A 「 or 『 that is closed neither in its paragraph nor by a later one, and a 」 or 』 that closes
 * nothing. One behind a round bracket is an arm: (」・ω・)」
 */
export function cornerBrackets(blocks: readonly Prose[]): Found[] {
  return PAIRS.flatMap(({ open, close, signs, paired }) =>
    withoutQuotations(
      blocks.flatMap((prose) => (paired.test(prose.syntax) ? [] : unpairedIn(prose, open, signs))),
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
