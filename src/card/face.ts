/** What a face has, and how wide that is. */
export interface Face {
  /** Whether it has a character (one code point). */
  readonly has: (character: string) => boolean;
  /** How far a text of such characters runs, in ems; the face has no kerning. */
  readonly width: (text: string) => number;
}

/**
 * Reads the tables of a TrueType or OpenType file that tell this: head, hhea, hmtx and cmap
 * (ISO/IEC 14496-22, section 5).
 *
 * @throws Error where one is missing, or where cmap has no subtable of format 12
 */
export function readFace(bytes: Uint8Array): Face {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const em = file.getUint16(tableAt(file, 'head') + 18);
  const advance = readAdvances(file);
  const widths = new Map<number, number>();
  for (const { first, last, glyph } of readGroups(file)) {
    for (let code = first; code <= last; code += 1) {
      widths.set(code, advance(glyph + code - first) / em);
    }
  }
  return {
    has: (character) => widths.has(character.codePointAt(0) ?? -1),
    width(text) {
      let sum = 0;
      for (const character of text) sum += widths.get(character.codePointAt(0) ?? -1) ?? 0;
      return sum;
    },
  };
}

/** Where a table begins. */
function tableAt(file: DataView, tag: string): number {
  for (let record = 12; record < 12 + file.getUint16(4) * 16; record += 16) {
    const bytes = [0, 1, 2, 3].map((at) => file.getUint8(record + at));
    if (String.fromCharCode(...bytes) === tag) return file.getUint32(record + 8);
  }
  throw new Error(`the face has no table ${tag}`);
}

/** The advance width of a glyph, in the face's units: the last one listed holds for all after it. */
function readAdvances(file: DataView): (glyph: number) => number {
  const last = file.getUint16(tableAt(file, 'hhea') + 34) - 1;
  const metrics = tableAt(file, 'hmtx');
  return (glyph) => file.getUint16(metrics + 4 * Math.min(glyph, last));
}

interface Group {
  readonly first: number;
  readonly last: number;
  /** Of the first code point; the others follow. */
  readonly glyph: number;
}

function readGroups(file: DataView): readonly Group[] {
  const cmap = tableAt(file, 'cmap');
  const subtables = Array.from({ length: file.getUint16(cmap + 2) }, (_, i) => {
    return cmap + file.getUint32(cmap + 4 + 8 * i + 4);
  });
  const whole = subtables.find((at) => file.getUint16(at) === 12);
  if (whole === undefined) throw new Error('the face has no character map of format 12');
  return Array.from({ length: file.getUint32(whole + 12) }, (_, i) => {
    const group = whole + 16 + 12 * i;
    const [first, last, glyph] = [0, 4, 8].map((at) => file.getUint32(group + at));
    return { first: first ?? 0, last: last ?? 0, glyph: glyph ?? 0 };
  });
}
