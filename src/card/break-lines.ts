import { breakKinds, type BreakKind } from './break-kinds.ts';

/** A line of text that is to be broken, grapheme by grapheme. */
export interface Unbroken {
  readonly graphemes: readonly string[];
  /** In ems. */
  readonly widths: readonly number[];
  /** Before each grapheme. */
  readonly breaks: readonly BreakKind[];
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
export function breakLines(text: Unbroken, measure: Measure): readonly string[] | undefined {
  const line = createRuler(text);
  const total = line(0, text.graphemes.length).width;
  const fewest = Math.ceil(total / measure.width - 1e-9);
  for (let count = Math.max(1, fewest); count <= measure.lines; count += 1) {
    const ends = evenly(text, { ...measure, lines: count }, total / count);
    if (ends !== undefined) return ends.map((end, i) => line(ends[i - 1] ?? 0, end).text);
  }
  return undefined;
}

interface Stretch {
  readonly text: string;
  readonly width: number;
}

/** What stands between two breaks, without the spaces at its end. */
function createRuler({ graphemes, widths }: Unbroken): (from: number, to: number) => Stretch {
  const sums = [0];
  for (const [i, width] of widths.entries()) sums.push((sums[i] ?? 0) + width);
  return (from, to) => {
    let end = to;
    while (end > from && /^[ \u3000]$/u.test(graphemes[end - 1] ?? '')) end -= 1;
    return {
      get text() {
        return graphemes.slice(from, end).join('');
      },
      width: (sums[end] ?? 0) - (sums[from] ?? 0),
    };
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
function evenly(text: Unbroken, measure: Measure, ideal: number): readonly number[] | undefined {
  const { graphemes, breaks } = text;
  const line = createRuler(text);
  const length = graphemes.length;
  let ways = new Map<number, Way>([[0, { cost: 0, ends: [] }]]);
  for (let count = 1; count <= measure.lines; count += 1) {
    const next = new Map<number, Way>();
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= length; to += 1) {
        const { width } = line(from, to);
        if (width > measure.width + 1e-9) break;
        const kind = to === length ? breakKinds.part : (breaks[to] ?? breakKinds.never);
        if (kind > measure.worst || (count === measure.lines) !== (to === length)) continue;
        if (!measure.mayBeLone && measure.lines > 1 && isLone(graphemes.slice(from, to))) continue;
        const cost = way.cost + (width - ideal) ** 2 + costs[kind];
        if (cost < (next.get(to)?.cost ?? Infinity)) next.set(to, { cost, ends: [...way.ends, to] });
      }
    }
    ways = next;
  }
  return ways.get(length)?.ends;
}

function isLone(line: readonly string[]): boolean {
  return line.filter((grapheme) => /[\p{L}\p{N}\p{S}]/u.test(grapheme)).length < 2;
}
