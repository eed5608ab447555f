import type { Outline } from './true-type.ts';

/** How much of each pixel is covered, from 0 to 1, row by row; all measures in pixels. */
export interface Coverage {
  /** Of its first column, from the origin. */
  readonly left: number;
  /** Of its first row, from the baseline down. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From one row to the next. */
  readonly stride: number;
  readonly pixels: Float32Array;
}

/**
 * @param outline - whose points are in ems
 * @param size - of an em
 * @param right - how far the outline stands right of the origin
 */
export type Rasterizer = (outline: Outline, size: number, right: number) => Coverage;

/**
 * The exact areas that an outline covers, with no hints and no samples: what is to the right of each
 * edge is summed up, as font-rs does.
 *
 * @returns what gives them, valid until it is asked for the next ones
 */
export function createRasterizer(): Rasterizer {
  let points = new Float64Array();
  let all = new Float32Array();
  return (outline, size, right) => {
    const { length } = outline;
    if (length === 0) return blank;
    if (points.length < length) points = new Float64Array(2 * length);
    let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < length; i += 2) {
      const x = (outline[i] ?? 0) * size + right;
      const y = -(outline[i + 1] ?? 0) * size;
      points[i] = x;
      points[i + 1] = y;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
    const [left, top] = [Math.floor(west), Math.floor(north)];
    const [width, height] = [Math.ceil(east) - left, Math.ceil(south) - top];
    // An edge changes the pixel behind it too.
    const stride = width + 2;
    const area = stride * height;
    if (all.length < area) all = new Float32Array(2 * area);
    const pixels = all.subarray(0, area).fill(0);
    for (let i = 0; i < length; i += 6) addCurve(pixels, stride, points, i, left, top);
    sumUp(pixels, stride);
    return { left, top, width, height, stride, pixels };
  };
}

const blank: Coverage = {
  left: 0,
  top: 0,
  width: 0,
  height: 0,
  stride: 0,
  pixels: new Float32Array(),
};

/** Pixels that a line may be away from the curve that it stands for. */
const flatness = 0.04;

function addCurve(
  pixels: Float32Array,
  stride: number,
  points: Float64Array,
  at: number,
  left: number,
  top: number,
): void {
  const x0 = (points[at] ?? 0) - left;
  const y0 = (points[at + 1] ?? 0) - top;
  const x1 = (points[at + 4] ?? 0) - left;
  const y1 = (points[at + 5] ?? 0) - top;
  const outX = (points[at + 2] ?? 0) - left - x0;
  const outY = (points[at + 3] ?? 0) - top - y0;
  const bendX = x1 - x0 - 2 * outX;
  const bendY = y1 - y0 - 2 * outY;
  const bend = Math.sqrt(bendX * bendX + bendY * bendY);
  const pieces = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * flatness))));
  let x = x0;
  let y = y0;
  for (let i = 1; i <= pieces; i += 1) {
    const t = i / pieces;
    const nextX = i === pieces ? x1 : x0 + t * (2 * outX + t * bendX);
    const nextY = i === pieces ? y1 : y0 + t * (2 * outY + t * bendY);
    if (y < nextY) addEdge(pixels, stride, 1, x, y, nextX, nextY);
    else if (y > nextY) addEdge(pixels, stride, -1, nextX, nextY, x, y);
    x = nextX;
    y = nextY;
  }
}

/** Adds what an edge that goes down changes from each pixel to the next. */
function addEdge(
  pixels: Float32Array,
  stride: number,
  sign: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row += 1) {
    const fall = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * fall;
    addStep(pixels, row * stride, sign * fall, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

/** An edge within one row, from `x0` right to `x1`. */
function addStep(pixels: Float32Array, row: number, fall: number, x0: number, x1: number): void {
  const first = Math.floor(x0);
  const last = Math.ceil(x1);
  let at = row + first;
  if (last <= first + 1) {
    const beside = fall * ((x0 + x1) / 2 - first);
    pixels[at] = (pixels[at] ?? 0) + fall - beside;
    pixels[at + 1] = (pixels[at + 1] ?? 0) + beside;
    return;
  }
  /** What is covered left of a column's end, in ratio to the whole fall. */
  const each = 1 / (x1 - x0);
  let before = 0;
  let covered = 0;
  for (let column = first; column < last; column += 1) {
    const from = Math.max(x0, column);
    const to = Math.min(x1, column + 1);
    // The part of the fall up to this column, of which the mean over the column is covered.
    const share = (to - from) * each;
    const area = before + share * (column + 1 - (from + to) / 2);
    pixels[at] = (pixels[at] ?? 0) + fall * (area - covered);
    covered = area;
    before += share;
    at += 1;
  }
  pixels[at] = (pixels[at] ?? 0) + fall * (1 - covered);
}

/** Where contours overlap, what is covered twice is covered once. */
function sumUp(pixels: Float32Array, stride: number): void {
  for (let row = 0; row < pixels.length; row += stride) {
    let sum = 0;
    for (let at = row; at < row + stride; at += 1) {
      sum += pixels[at] ?? 0;
      pixels[at] = Math.min(1, Math.abs(sum));
    }
  }
}
