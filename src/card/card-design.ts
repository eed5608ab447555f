import type { Step } from './fit-text.ts';

/** Pixels: what X, LINE, Bluesky and others show whole. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The paper and the inks of tokens.css. */
export const paper = '#fbfaf6';
export const inks = { ink: '#26231f', soft: '#665f56', accent: '#234a80' } as const;
export type Ink = keyof typeof inks;

/** A kind of text on a card. */
export interface Style {
  readonly ink: Ink;
  /** Sizes to try, the largest first, with the lines that suit each; all measures in pixels. */
  readonly steps: readonly [Step, ...Step[]];
  /** How wide it may run. */
  readonly measure: number;
  /** From one line to the next, in ems. */
  readonly leading: number;
}

export const styles = {
  series: {
    ink: 'ink',
    measure: 960,
    leading: 1.4,
    steps: [
      { size: 36, lines: 1 },
      { size: 30, lines: 2 },
    ],
  },
  label: {
    ink: 'accent',
    measure: 640,
    leading: 1,
    steps: [
      { size: 40, lines: 1 },
      { size: 32, lines: 1 },
    ],
  },
  title: {
    ink: 'ink',
    measure: 1008,
    leading: 1.32,
    steps: [
      { size: 104, lines: 1 },
      { size: 88, lines: 2 },
      { size: 78, lines: 2 },
      { size: 70, lines: 3 },
      { size: 62, lines: 3 },
      { size: 54, lines: 4 },
      { size: 46, lines: 5 },
      { size: 40, lines: 5 },
    ],
  },
  note: {
    ink: 'ink',
    measure: 840,
    leading: 1.6,
    steps: [
      { size: 32, lines: 2 },
      { size: 28, lines: 3 },
    ],
  },
  site: {
    ink: 'soft',
    measure: 960,
    leading: 1,
    steps: [
      { size: 30, lines: 1 },
      { size: 26, lines: 1 },
    ],
  },
} as const satisfies Readonly<Record<string, Style>>;

/**
 * The double rules that a card stands between, thick outside and thin inside: how far from its edges
 * and from what stands next to them.
 */
export const frame = { side: 72, edge: 46, thick: 3, between: 4, thin: 1, gap: 38 } as const;

/** The rules on both sides of a label. */
export const ribbon = { length: 120, gap: 28, thickness: 2 } as const;

/** Between what stands in the middle, and at least above and below it. */
export const gaps = { between: 36, around: 42 } as const;
