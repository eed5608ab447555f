import { Renderer, type Node } from '@takumi-rs/core';
import { cardSize, inks, paper } from '#src/card/card-design.ts';
import type { CardLayout } from '#src/card/card-layout.ts';
import { readTrueType } from '#src/card/true-type.ts';
import { mincho, minchoFile } from './mincho.ts';

// Another that draws type, to measure ours by.
export const takumi = new Renderer();
await takumi.registerFont({ name: 'face', data: minchoFile });

/** A card's pixels as takumi draws them, four bytes each, in so many times its size. */
export async function drawnByTakumi(layout: CardLayout, scale = 1): Promise<Uint8Array> {
  const [width, height] = [cardSize.width * scale, cardSize.height * scale];
  return takumi.render(cardNode(layout, scale), { width, height, format: 'raw' });
}

/** What takumi is given to draw: everything in its place, with nothing left for it to lay out. */
export function cardNode({ lines, rules }: CardLayout, scale = 1): Node {
  return {
    type: 'container',
    style: {
      width: cardSize.width * scale,
      height: cardSize.height * scale,
      position: 'relative',
      backgroundColor: paper,
    },
    children: [
      ...rules.map(({ ink, left, top, width, height }) => ({
        type: 'container' as const,
        style: {
          position: 'absolute' as const,
          left: left * scale,
          top: top * scale,
          width: width * scale,
          height: height * scale,
          backgroundColor: inks[ink],
        },
      })),
      ...lines.map(({ text, size, ink, left, top }) => ({
        type: 'text' as const,
        text,
        style: {
          position: 'absolute' as const,
          left: left * scale,
          top: top * scale,
          fontFamily: 'face',
          fontSize: size * scale,
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

const { ascent } = readTrueType(minchoFile);

/**
 * The same with each letter by itself, where it stands on a card: on quarters of a pixel, if large on
 * whole ones, and on a baseline between two rows.
 */
export function letterByLetter(layout: CardLayout): CardLayout {
  const lines = layout.lines.flatMap((line) => {
    const { size } = line;
    const grid = size < 40 ? 4 : 1;
    const top = Math.round(line.top + ascent * size) - ascent * size;
    let ems = 0;
    return Array.from(line.text, (text) => {
      const left = Math.round((line.left + ems * size) * grid) / grid;
      ems += mincho.width(text);
      return { ...line, text, left, top };
    });
  });
  return { ...layout, lines };
}
