import { inks, paper, type Ink } from './card-design.ts';

// At most sixteen colours, so that a byte holds two pixels: the paper, and each ink in steps from it. The
// steps of the soft ink are those of the ink, of which it is a lighter one.
const inkSteps = 6;
const accentSteps = 5;
/** Of the ink, in ratio: how dark the soft ink is. */
const softness = 0.7;

/** Colours of a picture, by their place in it. */
export const palette: readonly string[] = [
  paper,
  ...stepsTo(inks.ink, inkSteps),
  inks.soft,
  ...stepsTo(inks.accent, accentSteps),
];

const soft = 1 + inkSteps;

const ramps: Readonly<Record<Ink, readonly number[]>> = {
  ink: Array.from({ length: inkSteps + 1 }, (_, step) => step),
  soft: [...Array.from({ length: Math.ceil(softness * inkSteps) }, (_, step) => step), soft],
  accent: [0, ...Array.from({ length: accentSteps }, (_, step) => soft + 1 + step)],
};

/** Of an ink, the colours from the paper to the whole of it, in even steps of what it covers. */
export function coloursOf(ink: Ink): readonly number[] {
  return ramps[ink];
}

/** The colour of a pixel on which two colours of one ink stand side by side. */
export function both(ink: Ink, one: number, other: number): number {
  const ramp = ramps[ink];
  return ramp[Math.min(ramp.indexOf(one) + ramp.indexOf(other), ramp.length - 1)] ?? 0;
}

function stepsTo(ink: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => mixed(paper, ink, (i + 1) / count));
}

function mixed(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round((a ?? 0) + share * ((b ?? 0) - (a ?? 0)));
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
