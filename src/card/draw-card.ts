import { BitWriter } from './bit-writer.ts';
import { cast, type Cast } from './cast.ts';
import { cardSize } from './card-design.ts';
import { layOutCard, type CardLayout } from './card-layout.ts';
import type { CardText } from './card-text.ts';
import { bits, createDeflateCode, frequenciesOf, type DeflateCode } from './deflate-code.ts';
import { faceOf } from './face.ts';
import { adlerOf, setPicture, type Placed } from './picture-stream.ts';
import { pngOf } from './png.ts';
import { sampleCards } from './sample-cards.ts';
import { readTrueType } from './true-type.ts';
import { createTypesetter, type Piece } from './typesetter.ts';

/** Draws cards in one face. */
export interface CardPress {
  /** @returns a PNG of `cardSize` */
  readonly draw: (text: CardText) => Uint8Array;
  /** The same of what is laid out. */
  readonly print: (layout: CardLayout) => Uint8Array;
}

/**
 * What it has cast it keeps, as much as `mostKept`; the bytes of a card do not depend on it.
 *
 * @param file - a face, in TrueType
 */
export function createCardPress(file: Uint8Array): CardPress {
  const font = readTrueType(file);
  const face = faceOf(font);
  const typesetter = createTypesetter(font);
  const piecesOf = ({ lines, rules }: CardLayout) => [
    ...rules.map(typesetter.rule),
    ...lines.flatMap(typesetter.line),
  ];
  const samples = sampleCards.map((text) => piecesOf(layOutCard(text, face)));
  const code = codeFor(samples);
  const casts = createCasts(code);
  // More than any card takes: each byte of a picture in the longest code.
  const scratch = new Uint8Array(cardSize.width * cardSize.height);

  const print: CardPress['print'] = (layout) => {
    const placed = piecesOf(layout).map(casts);
    const writer = new BitWriter(scratch);
    writer.put([zlibHeader, ...code.header]);
    setPicture(placed, code, (parts, from, to) => {
      writer.put(parts, from, to);
    });
    writer.put(code.end);
    writer.align();
    const adler = adlerOf(placed);
    writer.put([24, 16, 8, 0].map((shift) => bits(Math.floor(adler / 2 ** shift) % 256, 8)));
    return pngOf(scratch.subarray(0, writer.length));
  };
  return { print, draw: (text) => print(layOutCard(text, face)) };
}

/** Deflated, with a window of 32 KB (RFC 1950). */
const zlibHeader = bits(0x9c78, 16);

/** What is cast, in parts of a stream: some ten thousand glyphs. */
const mostKept = 4e6;

function createCasts(code: DeflateCode): (piece: Piece) => Placed {
  const known = new Map<string, Cast>();
  let kept = 0;
  return ({ key, bitmap, left, top }) => {
    let made = known.get(key);
    if (made === undefined) {
      made = cast(bitmap(), code);
      kept += made.bits.length;
      if (kept > mostKept) {
        known.clear();
        kept = made.bits.length;
      }
      known.set(key, made);
    }
    return { cast: made, left: left + made.left, top: top + made.top };
  };
}

/** The code that suits these cards, found in two rounds: the tokens depend on what each one costs. */
function codeFor(samples: readonly (readonly Piece[])[]): DeflateCode {
  let code = createDeflateCode(frequenciesOf([]));
  for (let round = 0; round < 2; round += 1) {
    const told: DeflateCode = { ...code, bitsOf: (token) => [token] };
    const casts = createCasts(told);
    const tokens: number[] = [];
    for (const sample of samples) {
      setPicture(sample.map(casts), told, (parts, from, to) => {
        for (let i = from; i < to; i += 1) tokens.push(parts[i] ?? 0);
      });
    }
    code = createDeflateCode(frequenciesOf(tokens));
  }
  return code;
}
