import { breakKinds, findBreaks, type BreakKind } from './break-kinds.ts';
import { breakLines, type Unbroken } from './break-lines.ts';
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

/** What is given up, one after the other, until a text fits in some size. */
const rounds: readonly { worst: BreakKind; mayBeLone: boolean }[] = [
  { worst: breakKinds.phrase, mayBeLone: false },
  { worst: breakKinds.character, mayBeLone: false },
  { worst: breakKinds.word, mayBeLone: false },
  { worst: breakKinds.word, mayBeLone: true },
  { worst: breakKinds.never, mayBeLone: true },
];

/**
 * Sets a text in the largest size in which its phrases stay whole, or else its words; what does not
 * even fit in the smallest is cut, by grapheme, and ends in an ellipsis.
 *
 * @param text - drawable
 */
export function fitText(text: string, space: Space): Fitted {
  const all = Array.from(graphemes.segment(text), ({ segment }) => segment);
  const mostThatFit = capacity(all, space);
  if (mostThatFit === all.length) {
    const fitted = fit(all, space, space.steps);
    if (fitted !== undefined) return fitted;
  }
  const smallest = space.steps.slice(-1);
  for (let length = Math.min(mostThatFit, all.length - 1); length > 0; length -= 1) {
    const beginning = all.slice(0, length).join('').replace(/[\s\p{P}]+$/u, '');
    const shortened = Array.from(graphemes.segment(`${beginning}…`), ({ segment }) => segment);
    const fitted = fit(shortened, space, smallest);
    if (fitted !== undefined) return fitted;
  }
  return { size: smallest[0]?.size ?? 0, lines: ['…'] };
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

function fit(line: readonly string[], space: Space, steps: readonly Step[]): Fitted | undefined {
  const { face, language } = space;
  const unbroken: Unbroken = {
    graphemes: line,
    widths: line.map(face.width),
    breaks: findBreaks(line, language),
  };
  for (const round of rounds) {
    for (const { size, lines } of steps) {
      const broken = breakLines(unbroken, { ...round, width: space.width / size, lines });
      if (broken !== undefined) return { size, lines: broken };
    }
  }
  return undefined;
}

/** How many graphemes would fit if a line could end anywhere, spaces apart. */
function capacity(line: readonly string[], { face, width, steps }: Space): number {
  const { size, lines } = steps[steps.length - 1] ?? steps[0];
  let room = (width / size) * lines;
  for (const [i, grapheme] of line.entries()) {
    if (grapheme !== ' ' && grapheme !== '\u3000') room -= face.width(grapheme);
    if (room < 0) return i;
  }
  return line.length;
}
