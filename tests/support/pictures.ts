import sharp, { type Color, type Sharp } from 'sharp';

/** Pictures as writers have them, made for a test. */

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a camera takes: grain and soft shapes, as a JPEG. */
export function photo(size: Size, seed = 1): Promise<Buffer> {
  return photoPixels(size, seed).jpeg({ quality: 90 }).toBuffer();
}

/** The same, for another format. */
export function photoPixels({ width, height }: Size, seed = 1): Sharp {
  const hue = (seed * 47) % 360;
  const shapes = Array.from({ length: 40 }, (_, index) => {
    const [x, y] = [(index * 137 * seed) % width, (index * 211) % height];
    const radius = Math.round((width * (2 + (index % 7))) / 40);
    return `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="hsl(${String((hue + index * 9) % 360)} 40% ${String(30 + index)}%)" fill-opacity=".4"/>`;
  });
  return sharp(drawing({ width, height }, shapes.join('')))
    .flatten({ background: '#567' })
    .blur(4);
}

/** Lines and letters on white, as a PNG. */
export async function lineArt(size: Size): Promise<Buffer> {
  const lines = Array.from({ length: 30 }, (_, index) => {
    const y = String(Math.round((size.height * (index + 1)) / 31));
    return `<path d="M0 ${y} L${String(size.width)} ${String(size.height - Number(y))}" stroke="${index % 3 ? '#222' : '#c00'}" stroke-width="3"/>`;
  });
  return sharp(drawing(size, lines.join('')))
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
}

/** One colour. */
export async function plain(size: Size, background: Color): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background } })
    .png()
    .toBuffer();
}

export function drawing({ width, height }: Size, shapes: string): Buffer {
  const [w, h] = [String(width), String(height)];
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">${shapes}</svg>`,
  );
}
