import { conversionKey } from './image-conversion.ts';
import type { ImageEntry } from '#src/manuscript/manuscript.ts';

/** What the output holds of an image: a conversion of it. */
export interface ImageVersion {
  /** Named by what it is made of and how, so that it can be cached for good. */
  readonly fileName: string;
  readonly make: 'svg' | 'webp' | 'card';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Widths of images in a text, in pixels: a cover; a column of 40rem, or a phone's at two pixels a
 * CSS pixel; a phone's at three; a column at two.
 */
const shownWidths = [480, 720, 1120, 1440] as const;

/** Pixels: what a link to an image leads to may be looked at from near. */
const largestWidth = 2560;

/** Pixels: more than X, LINE and others show of a card. */
const card = { width: 1200, height: 2400 } as const;

/** WebP has 14 bits for each side (RFC 9649, section 2.6). */
const webpLimit = 16_383;

/** An image as it stands in a page. */
export interface ShownVersions {
  /** In several widths, from small to large. */
  readonly all: readonly ImageVersion[];
  readonly widest: ImageVersion;
  /** What fills a column of text, where nothing chooses among them. */
  readonly middle: ImageVersion;
}

export function shownVersions(image: ImageEntry): ShownVersions {
  const [, column, , most] = shownWidths;
  const widest = isVector(image.path) ? drawing(image) : webp(image, widthWithin(image, most));
  // Nearly the same width twice is of no use to anybody.
  const smaller = shownWidths
    .filter((width) => widest.make !== 'svg' && width * 1.2 <= widest.width)
    .map((width) => webp(image, width));
  const all = [...smaller, widest];
  return { all, widest, middle: all.find(({ width }) => width >= column) ?? widest };
}

/** An image by itself, which a link leads to. */
export function largeVersion(image: ImageEntry): ImageVersion {
  return isVector(image.path) ? drawing(image) : webp(image, widthWithin(image, largestWidth));
}

/** An image on the card of a shared link: a JPEG, since not all who show cards read WebP or SVG. */
export function cardVersion(image: ImageEntry): ImageVersion {
  const whole = Math.min(card.width / image.width, card.height / image.height);
  const scale = isVector(image.path) ? whole : Math.min(1, whole);
  const [width, height] = [image.width, image.height].map((side) => scaled(side, scale));
  return { ...named(image, 'card', 'jpg'), make: 'card', width: width ?? 1, height: height ?? 1 };
}

/** Whether a file is drawn at any size, and so is served as a drawing. */
export function isVector(path: string): boolean {
  return /\.svg$/i.test(path);
}

function drawing(image: ImageEntry): ImageVersion {
  const { width, height } = image;
  return { ...named(image, 'drawing', 'svg'), make: 'svg', width, height };
}

function webp(image: ImageEntry, width: number): ImageVersion {
  const height = scaled(image.height, width / image.width);
  return { ...named(image, String(width), 'webp'), make: 'webp', width, height };
}

function named({ digest }: ImageEntry, version: string, type: string) {
  return { fileName: `${digest.slice(0, 16)}-${conversionKey()}-${version}.${type}` };
}

/** No wider than the image itself, and no higher than the format allows. */
function widthWithin({ width, height }: ImageEntry, limit: number): number {
  const within = Math.min(width, limit, Math.floor((width * webpLimit) / height));
  return Math.max(1, within);
}

function scaled(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}
