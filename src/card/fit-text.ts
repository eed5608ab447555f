import { breakKinds, findBreaks, type BreakKind } from './break-kinds.ts';
import { breakLines, fitsInLine, ruled, type Ruled } from './break-lines.ts';
import type { Face } from './face.ts';

/** A size of type, in pixels, and how many lines there is room for in it. */
export interface Step {
  readonly size: number;
  readonly lines: number;
}

export interface Space {
  readonly face: Face;
  /** BCP 47, of the text. */
  readonly language: string;
  /** Pixels. */
  readonly width: number;
  /** The largest first. */
  readonly steps: readonly [Step, ...Step[]];
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

interface Round {
  readonly worst: BreakKind;
  readonly mayBeLone: boolean;
}

/** What is given up, one after the other, until a text fits in some size. */
const wholeWords: readonly Round[] = [
  { worst: breakKinds.phrase, mayBeLone: false },
  { worst: breakKinds.character, mayBeLone: false },
  { worst: breakKinds.character, mayBeLone: true },
];

/** The same where a word is longer than a line. */
const anyBreak: readonly Round[] = [
  ...wholeWords,
  { worst: breakKinds.word, mayBeLone: false },
  { worst: breakKinds.word, mayBeLone: true },
  { worst: breakKinds.never, mayBeLone: true },
];

/** Broken at its own pauses, a title may be so much smaller. */
const inParts: Round = { worst: breakKinds.part, mayBeLone: false };
const worthIt = 0.75;

/**
 * Sets a text in the largest size in which its phrases stay whole, or else its words; what does not
 * even fit in the smallest is cut, by grapheme, and ends in an ellipsis. A word is broken, or cut,
 * only where it is longer than a line.
 *
 * @param text - drawable
 */
export function fitText(text: string, space: Space): Fitted {
  const [{ size: largest }] = space.steps;
  // Most do, and need not be taken apart.
  if (fitsInLine(space.face.width(text), space.width / largest)) {
    return { size: largest, lines: [text.trimEnd()] };
  }
  const all = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const length = capacity(all, space);
  const line = all.slice(0, length);
  const unbroken = ruled({
    graphemes: line,
    widths: line.map(space.face.width),
    breaks: findBreaks(line, space.language),
  });
  const rounds = hasLongWord(unbroken, space) ? anyBreak : wholeWords;
  const whole = length === all.length ? fit(unbroken, space, space.steps, rounds) : undefined;
  return (
    whole ??
    cut(unbroken, space, rounds) ??
    cut(unbroken, space, anyBreak) ?? { size: smallestOf(space).size, lines: [ellipsis] }
  );
}

/** Whether a word is wider than a line in the smallest size. */
function hasLongWord({ widths, breaks }: Ruled, space: Space): boolean {
  const line = space.width / smallestOf(space).size;
  let word = 0;
  return widths.some((width, i) => {
    const isInside = (breaks[i] ?? breakKinds.never) >= breakKinds.word;
    word = isInside ? word + width : width;
    return word > line;
  });
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function fit(
  line: Ruled,
  { width }: Space,
  steps: readonly Step[],
  rounds: readonly Round[],
): Fitted | undefined {
  const fitAs = (round: Round, smallest: number): Fitted | undefined => {
    for (const { size, lines } of steps.filter((step) => step.size >= smallest)) {
      const broken = breakLines(line, { ...round, width: width / size, lines });
      if (broken !== undefined) return { size, lines: broken };
    }
    return undefined;
  };
  for (const round of rounds) {
    const fitted = fitAs(round, 0);
    if (fitted !== undefined) return fitAs(inParts, worthIt * fitted.size) ?? fitted;
  }
  return undefined;
}

const ellipsis = '…';

/** As much of its beginning as fits in the smallest size, without a mark before the ellipsis. */
function cut(
  { graphemes: line, widths, breaks }: Ruled,
  space: Space,
  rounds: readonly Round[],
): Fitted | undefined {
  const smallest = smallestOf(space);
  for (let end = line.length; end > 0; end -= 1) {
    if (/^[\s\p{P}]/u.test(line[end - 1] ?? '')) continue;
    // What comes behind the last grapheme is not known to be another word.
    const kind = breaks[end] ?? breakKinds.word;
    if (rounds === wholeWords && kind === breakKinds.word) continue;
    const shortened = ruled({
      graphemes: [...line.slice(0, end), ellipsis],
      widths: [...widths.slice(0, end), space.face.width(ellipsis)],
      breaks: [...breaks.slice(0, end), breakKinds.never],
    });
    const fitted = fit(shortened, space, [smallest], rounds);
    if (fitted !== undefined) return fitted;
  }
  return undefined;
}

/** How many graphemes would fit in the smallest size if a line could end anywhere, spaces apart. */
function capacity(line: readonly string[], space: Space): number {
  const { size, lines } = smallestOf(space);
  let room = (space.width / size) * lines;
  for (const [i, grapheme] of line.entries()) {
    if (grapheme !== ' ' && grapheme !== '\u3000') room -= space.face.width(grapheme);
    if (room < 0) return i;
  }
  return line.length;
}

function smallestOf({ steps }: Space): Step {
  return steps[steps.length - 1] ?? steps[0];
}
