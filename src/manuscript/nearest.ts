/**
 * The candidate that someone probably meant, or undefined where none is plausible: at most one
 * slip (a letter too many, too few, wrong, or two exchanged) for every three letters, and one in
 * short words. Letters' case and normalisation count for nothing. What differs in its numbers alone
 * is something else, and nobody's slip: 02 is not 03. Of equals, the first is taken.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(candidates)(text);
}

/** `nearest` among the same candidates for many texts: thousands may be wrong in the same way. */
export function nearestOf(candidates: Iterable<string>): (text: string) => string | undefined {
  const words = Array.from(candidates, wordOf);
  const groups = [...Map.groupBy(words, ({ pattern }) => pattern)];
  return (text) => {
    const wanted = wordOf(text, 0);
    const limit = Math.max(1, Math.floor(wanted.folded.length / 3));
    let best: Word | undefined;
    let most = limit;
    for (const [pattern, group] of groups) {
      const isSamePattern = pattern === wanted.pattern;
      // Without their numbers, texts differ in no more places than with them.
      if (
        !isSamePattern &&
        slipsBetween(lettersOf(wanted.pattern), lettersOf(pattern), most) > most
      ) {
        continue;
      }
      for (const word of group) {
        if (word.text === text || (isSamePattern && word.numbers !== wanted.numbers)) continue;
        // In a word of one or two letters, one slip leaves too little to go by.
        const shorter = Math.min(wanted.folded.length, word.folded.length);
        const allowed = Math.min(most, Math.max(1, shorter - 1) - 1);
        const slips = slipsBetween(wanted.folded, word.folded, allowed);
        if (slips > allowed || (slips === most && best !== undefined && best.index < word.index)) {
          continue;
        }
        best = word;
        most = slips;
      }
    }
    return best?.text;
  };
}

interface Word {
  readonly text: string;
  readonly index: number;
  readonly folded: string;
  /** With a sign for each number in it. */
  readonly pattern: string;
  /** `1` and `01` are the same number. */
  readonly numbers: string;
}

function wordOf(text: string, index: number): Word {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  const numbers = (folded.match(NUMBER) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
  return {
    text,
    index,
    folded,
    pattern: folded.replace(NUMBER, '#'),
    numbers: numbers.join(' '),
  };
}

const NUMBER = /\d+|[〇零一二三四五六七八九十百千]+/gu;

function lettersOf(pattern: string): string {
  return pattern.replaceAll('#', '');
}

/**
 * Optimal string alignment: edits and exchanges of neighbours.
 *
 * @returns a number beyond `most` where there are more than that
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let leastBefore = 0;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
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
      least = Math.min(least, cost);
    }
    // From one row to the next but one, an exchange costs one.
    if (Math.min(least, leastBefore + 1) > most) return Number.POSITIVE_INFINITY;
    [before, previous, leastBefore] = [previous, current, least];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
