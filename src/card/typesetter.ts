import { remember, rememberBy } from '#src/manuscript/remember.ts';
import { inked, merged, type Bitmap } from './bitmap.ts';
import type { PlacedLine, PlacedRule } from './block.ts';
import { createRasterizer } from './rasterize.ts';
import type { Outline, TrueType } from './true-type.ts';

/** Something that is drawn as one, and shares its bytes with nothing else: a rule, glyphs, a line. */
export interface Piece {
  /** Stands for all that decides its bitmap. */
  readonly key: string;
  readonly bitmap: () => Bitmap;
  /** Of the bitmap's origin: bytes from the card's left edge, and rows from its top. */
  readonly left: number;
  readonly top: number;
}

export interface Typesetter {
  readonly rule: (rule: PlacedRule) => Piece;
  readonly line: (line: PlacedLine) => readonly Piece[];
}

/**
 * Pixels: from this size on, type stands on whole ones, and each glyph is a piece. Smaller type stands on
 * quarters, since a half would be seen, and its lines are pieces: series and site are on many cards.
 */
const large = 40;

/** Two pixels are a byte. */
const quartersOfByte = 8;

/** What is known of a character wherever it stands; all measures in ems. */
interface Sort {
  readonly outline: Outline;
  readonly advance: number;
  /** How far the outline reaches from its origin. */
  readonly west: number;
  readonly east: number;
}

interface Glyph {
  readonly character: string;
  readonly outline: Outline;
  /** Bytes from the card's left edge to its origin, and quarters of a pixel from there. */
  readonly column: number;
  readonly phase: number;
  /** Bytes from the card's left edge. */
  readonly west: number;
  readonly east: number;
}

export function createTypesetter(face: TrueType): Typesetter {
  const rasterize = createRasterizer();
  const sortOf = remember((character: string): Sort | typeof missing => {
    const id = face.glyphs.get(character.codePointAt(0) ?? -1);
    if (id === undefined) return missing;
    const outline = face.outline(id);
    return { outline, advance: face.advance(id), ...findExtent(outline) };
  }, mostSorts);

  const glyphAt = (character: string, sort: Sort, x: number, size: number): Glyph => {
    const quarters = size < large ? Math.round(4 * x) : 4 * Math.round(x);
    const column = Math.floor(quarters / quartersOfByte);
    const phase = quarters - column * quartersOfByte;
    const { outline, west, east } = sort;
    return {
      character,
      outline,
      column,
      phase,
      west: column + Math.floor((west * size + phase / 4) / 2),
      east: column + Math.ceil((east * size + phase / 4) / 2),
    };
  };

  const glyphsOf = ({ text, left, size }: Type): readonly Glyph[] => {
    const glyphs: Glyph[] = [];
    let ems = 0;
    for (const character of text) {
      const sort = sortOf(character);
      if (sort === missing) continue;
      const glyph = glyphAt(character, sort, left + ems * size, size);
      if (glyph.east > glyph.west) glyphs.push(glyph);
      ems += sort.advance;
    }
    return glyphs;
  };

  const drawn = (glyphs: readonly Glyph[], { size, ink }: Type, origin: number): Bitmap => {
    const [first, ...others] = glyphs.map(({ outline, column, phase }) => {
      const bitmap = inked(rasterize(outline, size, phase / 4), ink);
      return { ...bitmap, left: bitmap.left + column - origin };
    });
    if (first === undefined) throw new Error('there is nothing to draw');
    return others.length === 0 ? first : merged([first, ...others]);
  };

  const piecesOf = (type: Type): readonly Omit<Piece, 'top'>[] => {
    const { size, ink } = type;
    const all = glyphsOf(type);
    const groups = size < large ? [all].filter(({ length }) => length > 0) : touching(all);
    return groups.map((glyphs) => {
      const origin = glyphs[0]?.column ?? 0;
      let key = `${ink} ${String(size)} `;
      for (const { character, column, phase } of glyphs) {
        key += `${character}${String((column - origin) * quartersOfByte + phase)}`;
      }
      return { key, bitmap: () => drawn(glyphs, type, origin), left: origin };
    });
  };

  const knownPieces = rememberBy(
    ({ text, left, size, ink }: Type) => `${ink} ${String(size)} ${String(left)} ${text}`,
    piecesOf,
    mostLines,
  );

  return {
    rule: ({ left, top, width, height, ink }) => ({
      key: `${ink} ${String(left % 2)} ${String(width)} ${String(height)}`,
      bitmap() {
        const pixels = new Float32Array(width * height).fill(1);
        return inked({ left: left % 2, top: 0, width, height, stride: width, pixels }, ink);
      },
      left: left >> 1,
      top,
    }),
    line(line) {
      const top = Math.round(line.top + face.ascent * line.size);
      return knownPieces(line).map(({ key, bitmap, left }) => ({ key, bitmap, left, top }));
    },
  };
}

/** Characters. Their outlines take some megabytes then. */
const mostSorts = 4000;
const missing = 'missing';

/** Lines that are remembered: a series, a label and the site stand on many cards. */
const mostLines = 4000;

/** A line of text, wherever its top is. */
type Type = Omit<PlacedLine, 'top'>;

function findExtent(outline: Outline): Pick<Sort, 'west' | 'east'> {
  let [west, east] = [Infinity, -Infinity];
  for (let i = 0; i < outline.length; i += 2) {
    west = Math.min(west, outline[i] ?? 0);
    east = Math.max(east, outline[i] ?? 0);
  }
  return { west, east };
}

/** Glyphs by what they share bytes with. */
function touching(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const groups: Glyph[][] = [];
  let east = -Infinity;
  for (const glyph of glyphs) {
    const last = groups.at(-1);
    if (last !== undefined && glyph.west < east) last.push(glyph);
    else groups.push([glyph]);
    east = Math.max(east, glyph.east);
  }
  return groups;
}
