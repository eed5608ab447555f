/** A glyph's outline as quadratic curves, six numbers each: where it begins, its control, its end. */
export type Outline = Float64Array;

/** What cards need of a TrueType file; all measures in ems, y upwards from the baseline. */
export interface TrueType {
  /** From the top of a line to its baseline. */
  readonly ascent: number;
  /** The glyphs of the characters that it has, by code point. */
  readonly glyphs: ReadonlyMap<number, number>;
  readonly advance: (glyph: number) => number;
  readonly outline: (glyph: number) => Outline;
}

/**
 * Reads the tables head, hhea, hmtx, cmap, loca and glyf (ISO/IEC 14496-22, section 5).
 *
 * @throws Error where one is missing, or where cmap has no subtable of format 12
 */
export function readTrueType(bytes: Uint8Array): TrueType {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const em = file.getUint16(tableAt(file, 'head') + 18);
  const advance = readAdvances(file);
  const segments = createOutlineReader(file);
  return {
    ascent: file.getInt16(tableAt(file, 'hhea') + 4) / em,
    glyphs: readGlyphs(file),
    advance: (glyph) => advance(glyph) / em,
    outline(glyph) {
      const outline = new Float64Array(segments(glyph));
      for (let i = 0; i < outline.length; i += 1) outline[i] = (outline[i] ?? 0) / em;
      return outline;
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

function readGlyphs(file: DataView): ReadonlyMap<number, number> {
  const cmap = tableAt(file, 'cmap');
  const subtables = Array.from({ length: file.getUint16(cmap + 2) }, (_, i) => {
    return cmap + file.getUint32(cmap + 4 + 8 * i + 4);
  });
  const whole = subtables.find((at) => file.getUint16(at) === 12);
  if (whole === undefined) throw new Error('the face has no character map of format 12');
  const glyphs = new Map<number, number>();
  for (let i = 0; i < file.getUint32(whole + 12); i += 1) {
    const group = whole + 16 + 12 * i;
    const first = file.getUint32(group);
    const last = file.getUint32(group + 4);
    const glyph = file.getUint32(group + 8);
    for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
  }
  return glyphs;
}

/** Reads outlines in the face's units. */
function createOutlineReader(file: DataView): (glyph: number) => readonly number[] {
  const [loca, glyf] = [tableAt(file, 'loca'), tableAt(file, 'glyf')];
  const isLong = file.getInt16(tableAt(file, 'head') + 50) === 1;
  const offset = (glyph: number) =>
    isLong ? file.getUint32(loca + 4 * glyph) : 2 * file.getUint16(loca + 2 * glyph);
  const read = (glyph: number): readonly number[] => {
    if (offset(glyph) === offset(glyph + 1)) return [];
    const at = glyf + offset(glyph);
    const contours = file.getInt16(at);
    return contours < 0
      ? readParts(file, at + 10).flatMap((part) => placed(read(part.glyph), part))
      : readCurves(file, at + 10, contours);
  };
  return read;
}

function readCurves(file: DataView, start: number, count: number): readonly number[] {
  const ends = Array.from({ length: count }, (_, i) => file.getUint16(start + 2 * i));
  const length = (ends.at(-1) ?? -1) + 1;
  let at = start + 2 * count;
  at += 2 + file.getUint16(at);
  const flags: number[] = [];
  while (flags.length < length) {
    const flag = file.getUint8(at);
    const times = flag & 8 ? file.getUint8(at + 1) + 1 : 1;
    at += flag & 8 ? 2 : 1;
    for (let i = 0; i < times; i += 1) flags.push(flag);
  }
  /** @param short - the flag of a difference of one byte; `same`: of its sign, or of none */
  const readAxis = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) {
        value += flag & same ? file.getUint8(at) : -file.getUint8(at);
        at += 1;
      } else if (!(flag & same)) {
        value += file.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [readAxis(2, 16), readAxis(4, 32)];
  const isOn = flags.map((flag) => (flag & 1) === 1);
  const curves: number[] = [];
  let first = 0;
  for (const end of ends) {
    addContour(curves, { xs, ys, isOn, first, end: end + 1 });
    first = end + 1;
  }
  return curves;
}

/** Points from `first` up to `end`. */
interface Contour {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly isOn: readonly boolean[];
  readonly first: number;
  readonly end: number;
}

/**
 * Adds each curve of a contour, and its straight lines as curves too. Between two controls stands a
 * point that is left out in the file.
 */
function addContour(curves: number[], { xs, ys, isOn, first, end }: Contour): void {
  const length = end - first;
  const on = isOn.indexOf(true, first);
  const hasOn = on >= 0 && on < end;
  const start = hasOn ? on : first;
  const last = hasOn ? on : end - 1;
  const beginX = ((xs[start] ?? 0) + (xs[last] ?? 0)) / 2;
  const beginY = ((ys[start] ?? 0) + (ys[last] ?? 0)) / 2;
  let [x, y] = [beginX, beginY];
  let control: readonly [x: number, y: number] | undefined;
  const curveTo = (toX: number, toY: number) => {
    const [controlX, controlY] = control ?? [(x + toX) / 2, (y + toY) / 2];
    curves.push(x, y, controlX, controlY, toX, toY);
    x = toX;
    y = toY;
    control = undefined;
  };
  for (let k = hasOn ? 1 : 0; k < length; k += 1) {
    const i = first + ((start - first + k) % length);
    const [nextX, nextY] = [xs[i] ?? 0, ys[i] ?? 0];
    if (isOn[i] === true) {
      curveTo(nextX, nextY);
      continue;
    }
    if (control !== undefined) curveTo((control[0] + nextX) / 2, (control[1] + nextY) / 2);
    control = [nextX, nextY];
  }
  curveTo(beginX, beginY);
}

/** A glyph within a glyph, and how it is scaled and moved. */
interface Part {
  readonly glyph: number;
  readonly matrix: readonly [number, number, number, number];
  readonly x: number;
  readonly y: number;
}

function readParts(file: DataView, start: number): readonly Part[] {
  const parts: Part[] = [];
  let at = start;
  let flags: number;
  const scale = () => {
    at += 2;
    return file.getInt16(at - 2) / 16384;
  };
  do {
    flags = file.getUint16(at);
    const glyph = file.getUint16(at + 2);
    const isWide = (flags & 1) === 1;
    const [x, y] = isWide
      ? [file.getInt16(at + 4), file.getInt16(at + 6)]
      : [file.getInt8(at + 4), file.getInt8(at + 5)];
    if (!(flags & 2)) throw new Error('the face places a part of a glyph by its points');
    at += isWide ? 8 : 6;
    const xx = flags & (8 | 64 | 128) ? scale() : 1;
    const [xy, yx] = flags & 128 ? [scale(), scale()] : [0, 0];
    const yy = flags & (64 | 128) ? scale() : xx;
    parts.push({ glyph, matrix: [xx, xy, yx, yy], x, y });
  } while (flags & 32);
  return parts;
}

function placed(curves: readonly number[], { matrix, x, y }: Part): readonly number[] {
  const [xx, xy, yx, yy] = matrix;
  return curves.map((value, i) => {
    return i % 2 === 0
      ? xx * value + yx * (curves[i + 1] ?? 0) + x
      : xy * (curves[i - 1] ?? 0) + yy * value + y;
  });
}
