import { extname } from 'node:path';
import sharp from 'sharp';
import { diceFor } from './chance.ts';

/**
 * Draws a small picture: one of a few patterns, with a patch that no other picture has.
 *
 * @param path - names it, and by its ending says whether it is a JPEG or a PNG
 */
export async function drawImage(seed: number, path: string): Promise<Buffer> {
  const dice = diceFor(seed, path);
  const pixels = Buffer.from(patternOf(dice.below(PATTERNS)));
  for (let at = 0; at < PATCH; at += 1) pixels[at] = dice.below(256);
  const picture = sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  return extname(path) === '.png'
    ? picture.png({ compressionLevel: 3, adaptiveFiltering: true }).toBuffer()
    : picture.jpeg({ quality: 80 }).toBuffer();
}

const WIDTH = 480;
const HEIGHT = 320;
const PATTERNS = 6;
/** Bytes at the beginning of the first row. */
const PATCH = 600;

const patterns = new Map<number, Buffer>();

function patternOf(number: number): Buffer {
  const known = patterns.get(number);
  if (known !== undefined) return known;
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [Math.floor(at / 3) % WIDTH, Math.floor(at / 3 / WIDTH)];
    const wave = Math.sin((x * (number + 1)) / 40) + Math.cos((y * (at % 3 === 0 ? 3 : 5)) / 60);
    pixels[at] = Math.round(128 + 60 * wave);
  }
  patterns.set(number, pixels);
  return pixels;
}
