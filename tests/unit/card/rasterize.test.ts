import { describe, expect, it } from 'vitest';
import { createRasterizer, type Coverage } from '#src/card/rasterize.ts';

const rasterize = createRasterizer();

type Point = readonly [x: number, y: number];

/** An outline of straight lines, in ems, y upwards. */
function polygon(...points: readonly Point[]): Float64Array {
  return Float64Array.from(
    points.flatMap(([x, y], i) => {
      const [toX, toY] = points[(i + 1) % points.length] ?? [0, 0];
      return [x, y, (x + toX) / 2, (y + toY) / 2, toX, toY];
    }),
  );
}

const square = (x: number, y: number, side: number) =>
  polygon([x, y], [x + side, y], [x + side, y + side], [x, y + side]);
const joined = (...outlines: readonly Float64Array[]) =>
  Float64Array.from(outlines.flatMap((outline) => [...outline]));
const sum = ({ width, height, stride, pixels }: Coverage) => {
  let all = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) all += pixels[y * stride + x] ?? 0;
  }
  return all;
};
const rows = ({ width, height, stride, pixels }: Coverage) =>
  Array.from({ length: height }, (_, y) => [...pixels.slice(y * stride, y * stride + width)]);

describe('what an outline covers', () => {
  it('is of each pixel the part that it covers, rows from the top down', () => {
    const coverage = rasterize(square(0, 0, 0.25), 10, 0.25);
    expect(coverage).toMatchObject({ left: 0, top: -3, width: 3, height: 3 });
    expect(rows(coverage)).toEqual([
      [0.375, 0.5, 0.375],
      [0.75, 1, 0.75],
      [0.75, 1, 0.75],
    ]);
  });

  it('is half of the pixels on a slope of one to one', () => {
    const triangle = rasterize(polygon([0, 0], [1, 0], [0, 1]), 3, 0);
    expect(rows(triangle)).toEqual([
      [0.5, 0, 0],
      [1, 0.5, 0],
      [1, 1, 0.5],
    ]);
  });

  it.each([0.1, 0.37, 1, 3])('is as large as what it outlines: a slope of %f', (slope) => {
    const triangle = polygon([0, 0], [1, 0], [1, slope]);
    expect(sum(rasterize(triangle, 20, 0.3))).toBeCloseTo((slope / 2) * 20 ** 2, 3);
  });

  it('is a disc where the outline is made of curves', () => {
    const [r, corner] = [0.5, 0.5 * Math.tan(Math.PI / 8)];
    const points = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 4);
    const disc = Float64Array.from(
      points.flatMap((from) => {
        const [to, between] = [from + Math.PI / 4, from + Math.PI / 8];
        const out = Math.hypot(r, corner);
        return [
          ...[r * Math.cos(from), r * Math.sin(from)],
          ...[out * Math.cos(between), out * Math.sin(between)],
          ...[r * Math.cos(to), r * Math.sin(to)],
        ];
      }),
    );
    expect(sum(rasterize(disc, 100, 0)) / (Math.PI * 50 ** 2)).toBeCloseTo(1, 2);
  });

  it('is covered once where two contours lie on each other, and not at all in a hole', () => {
    expect(sum(rasterize(joined(square(0, 0, 0.5), square(0, 0, 0.5)), 8, 0))).toBe(16);
    const hole = polygon([0.25, 0.25], [0.25, 0.75], [0.75, 0.75], [0.75, 0.25]);
    expect(sum(rasterize(joined(square(0, 0, 1), hole), 8, 0))).toBe(64 - 16);
  });

  it('is nothing of an outline without points, as that of a space', () => {
    expect(rasterize(new Float64Array(), 50, 0)).toMatchObject({ width: 0, height: 0 });
  });
});
