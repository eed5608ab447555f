import { cardSize, type Ink, type Style } from './card-design.ts';
import type { Face } from './face.ts';
import { fitText, type Step } from './fit-text.ts';

/** A line of text, in a box as high as its type; all measures in pixels. */
export interface PlacedLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly ink: Ink;
}

export interface PlacedRule {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

/** Lines and rules that stand together on the card's axis, from `top: 0` down. */
export interface Block {
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
  /** Zero where there is nothing in it. */
  readonly height: number;
}

export interface BlockSpace {
  readonly face: Face;
  /** BCP 47. */
  readonly language: string;
  /** Pixels that the block may be high; one line in the smallest size is set in any case. */
  readonly room?: number;
}

/** @param text - drawable */
export function setBlock(text: string, style: Style, space: BlockSpace): Block {
  if (text === '') return { lines: [], rules: [], height: 0 };
  const { ink, leading, measure } = style;
  const { face, language, room = Infinity } = space;
  const { size, lines } = fitText(text, {
    face,
    language,
    width: measure,
    steps: stepsWithin(style, room),
  });
  return {
    lines: lines.map((line, i) => ({
      text: line,
      left: Math.round((cardSize.width - face.width(line) * size) / 2),
      top: Math.round(i * size * leading),
      size,
      ink,
    })),
    rules: [],
    height: heightOf({ size, lines: lines.length }, leading),
  };
}

/** Blocks one below the other, with a gap between those that there are. */
export function stacked(blocks: readonly Block[], gap: number): Block {
  let height = 0;
  const placed = blocks.flatMap((block) => {
    if (block.height === 0) return [];
    const top = height === 0 ? 0 : height + gap;
    height = top + block.height;
    return [moved(block, top)];
  });
  return { ...joined(placed), height };
}

export function moved({ lines, rules, height }: Block, by: number): Block {
  const down = <T extends { readonly top: number }>(one: T) => ({ ...one, top: one.top + by });
  return { lines: lines.map(down), rules: rules.map(down), height };
}

export function joined(blocks: readonly Block[]): Pick<Block, 'lines' | 'rules'> {
  return {
    lines: blocks.flatMap(({ lines }) => lines),
    rules: blocks.flatMap(({ rules }) => rules),
  };
}

function heightOf({ size, lines }: Step, leading: number): number {
  return Math.round(size * (1 + leading * (lines - 1)));
}

function stepsWithin({ steps, leading }: Style, room: number): readonly [Step, ...Step[]] {
  const within = steps.flatMap(({ size, lines }) => {
    const most = Math.min(lines, Math.floor(1 + (room - size) / (size * leading)));
    return most < 1 ? [] : [{ size, lines: most }];
  });
  const [first, ...others] = within;
  return first === undefined
    ? [{ size: steps[steps.length - 1]?.size ?? 0, lines: 1 }]
    : [first, ...others];
}
