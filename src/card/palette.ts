import { inks, paper, type Ink } from './card-design.ts';

// A byte holds two pixels, so there may be sixteen colours: the paper, and each ink in even steps from
// it. The steps of the soft ink are those of the ink, since it is a lighter one. More of them would be
// more bytes, and are not seen.
const inkSteps = 6;
const accentSteps = 5;
/** How dark the soft ink is, in ratio to the ink. */
const softness = 0.7;

/** Colours of a picture, by their place in it. */
export const palette: readonly string[] = [
  paper,
  ...stepsTo(inks.ink, inkSteps),
  inks.soft,
  ...stepsTo(inks.accent, accentSteps),
];

/** How much of a pixel an ink covers where it has a colour. */
interface Shade {
  readonly colour: number;
  readonly coverage: number;
}

const soft = 1 + inkSteps;
const ofInk = shades(0, inkSteps);
const ramps: Readonly<Record<Ink, readonly Shade[]>> = {
  ink: ofInk,
  soft: [
    ...ofInk
      .map(({ colour, coverage }) => ({ colour, coverage: coverage / softness }))
      .filter(({ coverage }) => coverage < 1),
    { colour: soft, coverage: 1 },
  ],
  accent: shades(soft, accentSteps),
};

/** Of an ink, the colours that are nearest to what covers nothing of a pixel up to all of it. */
export function coloursOf(ink: Ink): Uint8Array {
  return colours[ink];
}

const grades = 60;
const colours: Readonly<Record<Ink, Uint8Array>> = {
  ink: graded(ramps.ink),
  soft: graded(ramps.soft),
  accent: graded(ramps.accent),
};

/** The colour of a pixel on which two of the colours of an ink stand side by side. */
export function both(ink: Ink, one: number, other: number): number {
  const covered = (of: number) => ramps[ink].find(({ colour }) => colour === of)?.coverage ?? 0;
  return nearest(ramps[ink], covered(one) + covered(other));
}

function shades(before: number, steps: number): readonly Shade[] {
  return Array.from({ length: steps + 1 }, (_, step) => ({
    colour: step === 0 ? 0 : before + step,
    coverage: step / steps,
  }));
}

function graded(ramp: readonly Shade[]): Uint8Array {
  return Uint8Array.from({ length: grades + 1 }, (_, grade) => nearest(ramp, grade / grades));
}

function nearest(ramp: readonly Shade[], coverage: number): number {
  const away = (shade: Shade) => Math.abs(shade.coverage - coverage);
  return ramp.reduce((best, shade) => (away(shade) < away(best) ? shade : best)).colour;
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
