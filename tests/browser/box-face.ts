/**
 * A face made here, so that boxes can be measured alike on every machine, one without any face for
 * Japanese included. Every character is a box: Latin ones of half an em, all others of a whole em.
 */

const blank = 0;
const half = 1;
const whole = 2;
const unitsPerEm = 1000;
const ascent = 880;
const descent = -120;
const advances = [500, 500, 1000];

/** First and last character, and the glyph that all between them show. */
const characters: readonly (readonly [number, number, number])[] = [
  [0x20, 0x20, blank],
  [0x21, 0x2ff, half],
  [0x300, 0x2fff, whole],
  [0x3001, 0x10ffff, whole],
];

/** The face as an OpenType file. */
export function boxFace(): Uint8Array {
  const shapes = [[], box(500), box(1000)];
  const tables: readonly (readonly [string, readonly number[]])[] = [
    ['OS/2', metricsForWindows()],
    ['cmap', characterMap()],
    ['glyf', shapes.flat()],
    ['head', header()],
    ['hhea', horizontalHeader()],
    ['hmtx', advances.flatMap((advance) => short(advance, 0))],
    ['loca', offsets(shapes).flatMap((offset) => long(offset))],
    ['maxp', maxima()],
    ['name', short(0, 0, 6)],
    ['post', [...long(0x30000, 0), ...short(-100, 50), ...long(0, 0, 0, 0, 0)]],
  ];
  return Uint8Array.from(file(tables));
}

function file(tables: readonly (readonly [string, readonly number[]])[]): readonly number[] {
  const start = 12 + 16 * tables.length;
  const padded = tables.map(([, bytes]) => [...bytes, ...zeros(-bytes.length & 3)]);
  const places = offsets(padded);
  const entries = tables.flatMap(([name, bytes], i) => [
    ...new TextEncoder().encode(name),
    ...long(checksum(padded[i] ?? []), start + (places[i] ?? 0), bytes.length),
  ]);
  const power = Math.floor(Math.log2(tables.length));
  const search = 16 * 2 ** power;
  const head = [
    ...long(0x10000),
    ...short(tables.length, search, power, 16 * tables.length - search),
  ];
  return [...head, ...entries, ...padded.flat()];
}

/** A rectangle that leaves a little air on every side. */
function box(advance: number): readonly number[] {
  const [left, right, bottom, top] = [40, advance - 40, descent + 40, ascent - 40];
  const width = right - left;
  const height = top - bottom;
  return [
    ...short(1, left, bottom, right, top, 3, 0),
    ...[1, 1, 1, 1],
    ...short(left, 0, width, 0),
    ...short(bottom, height, 0, -height),
    ...zeros(2),
  ];
}

function header(): readonly number[] {
  return [
    ...long(0x10000, 0x10000, 0, 0x5f0f3cf5),
    ...short(0, unitsPerEm),
    ...long(0, 0, 0, 0),
    ...short(0, descent, unitsPerEm, ascent, 0, 8, 2, 1, 0),
  ];
}

function horizontalHeader(): readonly number[] {
  return [
    ...long(0x10000),
    ...short(ascent, descent, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, advances.length),
  ];
}

function maxima(): readonly number[] {
  return [...long(0x10000), ...short(advances.length, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)];
}

function metricsForWindows(): readonly number[] {
  return [
    ...short(0, 750, 400, 5, 0, 500, 500, 0, 0, 500, 500, 0, 0, 50, 300, 0),
    ...zeros(10),
    ...long(0, 0, 0, 0, 0x54535a4b),
    ...short(0x40, 0x20, 0xffff, ascent, descent, 0, ascent, -descent),
  ];
}

/** Format 13: many characters, one glyph. */
function characterMap(): readonly number[] {
  const groups = characters.flatMap((group) => long(...group));
  return [
    ...short(0, 1, 3, 10),
    ...long(12),
    ...short(13, 0),
    ...long(16 + groups.length, 0, characters.length),
    ...groups,
  ];
}

/** Where each begins when they stand one behind the other, and where the last ends. */
function offsets(pieces: readonly (readonly number[])[]): readonly number[] {
  let end = 0;
  return [0, ...pieces.map((piece) => (end += piece.length))];
}

function checksum(bytes: readonly number[]): number {
  let sum = 0;
  bytes.forEach((byte, i) => (sum = (sum + byte * 2 ** (24 - 8 * (i % 4))) % 2 ** 32));
  return sum;
}

function short(...values: readonly number[]): readonly number[] {
  return values.flatMap((value) => [(value >> 8) & 255, value & 255]);
}

function long(...values: readonly number[]): readonly number[] {
  return values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255));
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
