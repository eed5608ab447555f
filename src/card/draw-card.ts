import { Renderer, type Node } from '@takumi-rs/core';
import { cardSize, inks, paper } from './card-design.ts';
import type { CardLayout } from './card-layout.ts';

/** Draws cards in one face. */
export interface CardPress {
  /** @returns a PNG of `cardSize` */
  readonly draw: (layout: CardLayout) => Promise<Uint8Array>;
}

/** @param face - a TrueType file */
export async function createCardPress(face: Uint8Array): Promise<CardPress> {
  const renderer = new Renderer();
  await renderer.registerFont({ name: 'face', data: face });
  return {
    draw: (layout) => renderer.render(cardNode(layout), { ...cardSize, format: 'png' }),
  };
}

/** What takumi is given to draw: everything in its place, with nothing left for it to lay out. */
export function cardNode({ lines, rules }: CardLayout): Node {
  return {
    type: 'container',
    style: { ...cardSize, position: 'relative', backgroundColor: paper },
    children: [
      ...rules.map(({ ink, ...box }) => ({
        type: 'container' as const,
        style: { position: 'absolute' as const, ...box, backgroundColor: inks[ink] },
      })),
      ...lines.map(({ text, size, ink, left, top }) => ({
        type: 'text' as const,
        text,
        style: {
          position: 'absolute' as const,
          left,
          top,
          fontFamily: 'face',
          fontSize: size,
          lineHeight: 1,
          whiteSpace: 'pre' as const,
          // As wide as its letters are, since that is how the line was measured.
          fontFeatureSettings: '"liga" 0',
          color: inks[ink],
        },
      })),
    ],
  };
}
