import { breakKinds, type BreakKind } from './break-kinds.ts';

/** A line of text that is to be broken, grapheme by grapheme. */
export interface Unbroken {
  readonly graphemes: readonly string[];
  /** In ems. */
  readonly widths: readonly number[];
  /** Before each grapheme. */
  readonly breaks: readonly BreakKind[];
}

/** The same, with what is asked of it in every measure. */
export interface Ruled extends Unbroken {
  readonly ruler: Ruler;
}

export function ruled(text: Unbroken): Ruled {
  return { ...text, ruler: createRuler(text) };
}

export interface Measure {
  /** In ems. */
  readonly width: number;
  /** At most. */
  readonly lines: number;
  /** The worst kind of break that may be taken. */
  readonly worst: BreakKind;
  /** Whether a line may hold a single character. */
  readonly mayBeLone: boolean;
}

/**
 * Breaks a line into as few as it takes, of lengths as even as its better breaks allow. Spaces at
 * the breaks are left out, and nothing else.
 *
 * @returns undefined where it does not fit
 */
export function breakLines(text: Ruled, measure: Measure): readonly string[] | undefined {
  const total = text.ruler.width(0, text.graphemes.length);
  const fewest = Math.max(1, Math.ceil(total / measure.width - tolerance));
  for (let lines = fewest; lines <= measure.lines; lines += 1) {
    const ends = evenly(text, { ...measure, lines, ideal: total / lines });
    if (ends !== undefined) {
      return ends.map((end, i) =>
        text.graphemes
          .slice(ends[i - 1] ?? 0, end)
          .join('')
          .trimEnd(),
      );
    }
  }
  return undefined;
}

/** Whether a text that is so wide, in ems, needs no break. */
export function fitsInLine(total: number, width: number): boolean {
  return total <= width + tolerance;
}

/** Sums of fractions come out a little beside what they should be. */
const tolerance = 1e-9;

/** What stands between two breaks. */
interface Ruler {
  /** In ems, without the spaces at its end. */
  readonly width: (from: number, to: number) => number;
  /** Whether it is a single character, marks apart. */
  readonly isLone: (from: number, to: number) => boolean;
}

function createRuler({ graphemes, widths }: Unbroken): Ruler {
  const starts = [0];
  /** Of each end, where the spaces before it begin. */
  const ends = [0];
  const letters = [0];
  for (const [i, grapheme] of graphemes.entries()) {
    const start = starts[i] ?? 0;
    const end = start + (widths[i] ?? 0);
    starts.push(end);
    ends.push(/^[ \u3000]$/u.test(grapheme) ? (ends[i] ?? 0) : end);
    letters.push((letters[i] ?? 0) + (/[\p{L}\p{N}\p{S}]/u.test(grapheme) ? 1 : 0));
  }
  return {
    width: (from, to) => (ends[to] ?? 0) - (starts[from] ?? 0),
    isLone: (from, to) => (letters[to] ?? 0) - (letters[from] ?? 0) < 2,
  };
}

/** Square ems that a break is as bad as. */
const costs: Readonly<Record<BreakKind, number>> = {
  [breakKinds.part]: 0,
  [breakKinds.phrase]: 8,
  [breakKinds.character]: 300,
  [breakKinds.word]: 3000,
  [breakKinds.never]: 1e5,
};

interface Way {
  readonly cost: number;
  readonly ends: readonly number[];
}

/** The ends of so many lines, each as near to the ideal width as may be (as Knuth and Plass do). */
function evenly(
  { graphemes, breaks, ruler }: Ruled,
  measure: Measure & { readonly ideal: number },
): readonly number[] | undefined {
  const { length } = graphemes;
  let ways = new Map<number, Way>([[0, { cost: 0, ends: [] }]]);
  for (let line = 1; line <= measure.lines; line += 1) {
    const next = new Map<number, Way>();
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= length; to += 1) {
        const width = ruler.width(from, to);
        if (width > measure.width + tolerance) break;
        const kind = to === length ? breakKinds.part : (breaks[to] ?? breakKinds.never);
        if (kind > measure.worst || (line === measure.lines) !== (to === length)) continue;
        if (!measure.mayBeLone && measure.lines > 1 && ruler.isLone(from, to)) continue;
        const cost = way.cost + (width - measure.ideal) ** 2 + costs[kind];
        if (cost < (next.get(to)?.cost ?? Infinity)) {
          next.set(to, { cost, ends: [...way.ends, to] });
        }
      }
    }
    ways = next;
  }
  return ways.get(length)?.ends;
}
