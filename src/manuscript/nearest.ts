import { distanceFrom } from './edit-distance.ts';

/**
 * The candidate that someone probably meant, or undefined where none is plausible: at most one
 * slip (a letter too many, too few, wrong, or two exchanged) for every three letters, and one in
 * short words. Letters' case and normalisation count for nothing. What differs in its numbers alone
 * is something else, and nobody's slip: 02 is not 03. Of equals, the first is taken.
 */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(candidates)(text);
}

/**
 * `nearest` among the same candidates for many texts, of which thousands may be wrong.
 *
 * @returns a function of the text, and of a candidate that is not meant
 */
export function nearestOf(
  candidates: Iterable<string>,
): (text: string, except?: string) => string | undefined {
  const groups = [...Map.groupBy(Array.from(candidates, wordOf), ({ pattern }) => pattern)];
  return (text, except) => {
    const wanted = wordOf(text, 0);
    const { length } = wanted.folded;
    const slipsTo = distanceFrom(wanted.folded);
    const slipsToLetters = distanceFrom(lettersOf(wanted.pattern));
    let best: Word | undefined;
    let most = Math.max(1, Math.floor(length / 3));
    for (const [pattern, group] of groups) {
      const isSamePattern = pattern === wanted.pattern;
      // Without their numbers, texts differ in no more places than with them.
      if (!isSamePattern && slipsToLetters(lettersOf(pattern)) > most) continue;
      for (const word of group) {
        const isOtherNumber = isSamePattern && word.numbers !== wanted.numbers;
        if (isOtherNumber || word.text === text || word.text === except) continue;
        // In a word of one or two letters, one slip leaves too little to go by.
        const allowed = Math.min(most, Math.max(0, Math.min(length, word.folded.length) - 2));
        if (Math.abs(length - word.folded.length) > allowed) continue;
        const slips = slipsTo(word.folded);
        const isBehind = best !== undefined && slips === most && best.index < word.index;
        if (slips > allowed || isBehind) continue;
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
