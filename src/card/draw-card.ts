import { BitWriter, packed } from './bit-writer.ts';
import type { Bitmap } from './bitmap.ts';
import { layOutCard, type CardLayout } from './card-layout.ts';
import type { CardText } from './card-text.ts';
import { adlerOf, cast, type Cast } from './cast.ts';
import {
  bits,
  createDeflateCode,
  frequenciesOf,
  type DeflateCode,
  type Token,
} from './deflate-code.ts';
import { faceOf } from './face.ts';
import {
  blankTokens,
  pictureLength,
  repeatTokens,
  writePicture,
  type Placed,
  type Rows,
} from './picture-stream.ts';
import { pngOf } from './png.ts';
import { sampleCards } from './sample-cards.ts';
import { tokenize } from './tokenize.ts';
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
  const code = codeFor(sampleCards.map((text) => piecesOf(layOutCard(text, face))));
  const casts = createCasts((bitmap) => cast(bitmap, code));
  const write = createWriter(code);
  const print: CardPress['print'] = (layout) => pngOf(write(piecesOf(layout).map(casts)));
  return { print, draw: (text) => print(layOutCard(text, face)) };
}

/** @returns what writes a picture as a zlib stream, which is valid until the next one is written */
function createWriter(code: DeflateCode): (placed: readonly Placed<Cast>[]) => Uint8Array {
  // More than any card takes.
  const scratch = new Uint8Array(2 * pictureLength);
  const blank = createBlank(code);
  const start = packed((packer) => {
    for (const one of [zlibHeader, ...code.header]) packer.put(one);
  });
  const end = Uint32Array.of(code.end);
  return (placed) => {
    const writer = new BitWriter(scratch);
    writer.put(start);
    writePicture(placed, {
      blank(count) {
        blank(count, writer);
      },
      row({ bits: all, starts }, row) {
        writer.put(all, starts[row], starts[row + 1]);
      },
    });
    writer.put(end);
    return writer.end(adlerOf(placed));
  };
}

function createBlank(code: DeflateCode): (count: number, writer: BitWriter) => void {
  const bitsOf = (tokens: readonly Token[]) =>
    packed((packer) => {
      for (const token of tokens) code.put(token, packer);
    });
  const known: Uint32Array[] = [];
  // Most of a card are the same few bits.
  const many = 8 * 258;
  const repeats = bitsOf(repeatTokens(many));
  return (count, writer) => {
    const first = 1 + ((count - 1) % many);
    writer.put((known[first] ??= bitsOf(blankTokens(first))));
    for (let left = count - first; left > 0; left -= many) writer.put(repeats);
  };
}

/** Deflated, with a window of 32 KB (RFC 1950). */
const zlibHeader = bits(0x9c78, 16);

/** Rows of what is cast: those of some thousands of large glyphs. */
const mostKept = 5e5;

function createCasts<Of extends Rows>(make: (bitmap: Bitmap) => Of): (piece: Piece) => Placed<Of> {
  const known = new Map<string, Placed<Of>>();
  let kept = 0;
  return ({ key, bitmap, left, top }) => {
    let made = known.get(key);
    if (made === undefined) {
      const drawn = bitmap();
      made = { what: make(drawn), left: drawn.left, top: drawn.top };
      kept += drawn.height;
      if (kept > mostKept) {
        known.clear();
        kept = drawn.height;
      }
      known.set(key, made);
    }
    return { what: made.what, left: left + made.left, top: top + made.top };
  };
}

/** The code that suits these cards, found in two rounds: the tokens depend on what each one costs. */
function codeFor(samples: readonly (readonly Piece[])[]): DeflateCode {
  let code = createDeflateCode(frequenciesOf([]));
  for (let round = 0; round < 2; round += 1) {
    const rough = code;
    const casts = createCasts((bitmap) => tokenize(bitmap, rough));
    const tokens: Token[] = [];
    for (const sample of samples) {
      writePicture(sample.map(casts), {
        blank(count) {
          tokens.push(...blankTokens(count));
        },
        row(of, row) {
          tokens.push(...of.tokens.slice(of.starts[row], of.starts[row + 1]));
        },
      });
    }
    code = createDeflateCode(frequenciesOf(tokens));
  }
  return code;
}
