import { codeFor } from './card-code.ts';
import { createCardLayout, type CardLayout } from './card-layout.ts';
import type { CardText } from './card-text.ts';
import { createCaster } from './cast.ts';
import { faceOf } from './face.ts';
import { createPictureWriter } from './picture-writer.ts';
import { pngOf } from './png.ts';
import { sampleCards } from './sample-cards.ts';
import { createShelf } from './shelf.ts';
import { readTrueType } from './true-type.ts';
import { createTypesetter } from './typesetter.ts';

/** Draws cards in one face. */
export interface CardPress {
  /** @returns a PNG of `cardSize`: the same for the same text, whatever was drawn before */
  readonly draw: (text: CardText) => Uint8Array;
  /** The same of what is laid out. */
  readonly print: (layout: CardLayout) => Uint8Array;
}

/**
 * @param file - a face, in TrueType
 * @throws Error as `readTrueType` does
 */
export function createCardPress(file: Uint8Array): CardPress {
  const font = readTrueType(file);
  const layOut = createCardLayout(faceOf(font));
  const typesetter = createTypesetter(font);
  const piecesOf = ({ lines, rules }: CardLayout) => [
    ...rules.map(typesetter.rule),
    ...lines.flatMap(typesetter.line),
  ];
  const code = codeFor(sampleCards.map((text) => piecesOf(layOut(text))));
  const shelf = createShelf(createCaster(code));
  const write = createPictureWriter(code);
  const print: CardPress['print'] = (layout) => pngOf(write(piecesOf(layout).map(shelf)));
  return { print, draw: (text) => print(layOut(text)) };
}
