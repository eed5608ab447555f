/**
 * The candidate that someone probably meant, or undefined where none is plausible: at most one
 * slip (a letter too many, too few, wrong, or two exchanged) for every three letters, and one in
 * short words. Letters' case and normalisation count for nothing. What differs in its numbers alone
 * is something else, and nobody's slip: 02 is not 03. Of equals, the first is taken.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(text);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const isFar = Math.abs(folded.length - wanted.length) >= bestDistance;
    if (isFar || candidate === text || isOtherNumber(wanted, folded)) {
      continue;
    }
    const slips = distance(wanted, folded);
    // In a word of one or two letters, one slip leaves too little to go by.
    if (slips < bestDistance && slips < Math.max(1, Math.min(wanted.length, folded.length) - 1)) {
      best = candidate;
      bestDistance = slips;
    }
  }
  return best;
}

function isOtherNumber(a: string, b: string): boolean {
  return a !== b && a.replace(NUMBER, '#') === b.replace(NUMBER, '#') && numbers(a) !== numbers(b);
}

const NUMBER = /\d+|[〇零一二三四五六七八九十百千]+/gu;

/** `1` and `01` are the same number. */
function numbers(text: string): string {
  return (text.match(NUMBER) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, '')).join(' ');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Optimal string alignment: edits and exchanges of neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        at(previous, j) + 1,
        at(current, j - 1) + 1,
        at(previous, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
