import sharp from 'sharp';
import type { Page } from 'playwright-core';

/** A picture of part of a page. */
export interface Ink {
  /** Whether a point of the page (CSS pixels from the document's left and top edge) is inked. */
  readonly at: (x: number, y: number) => boolean;
  /** Points a CSS pixel, along one side. */
  readonly scale: number;
}

/** A rectangle of the document, in CSS pixels from its left and top edge. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Takes a picture of an area of a page whose paper is light and whose ink is dark. */
export async function inkOf(page: Page, area: Area): Promise<Ink> {
  // Only a picture of the whole page shows a vertical one; its left edge is that of the overflow.
  const [left, scale] = await page.evaluate(() => [
    document.documentElement.dataset['direction'] === 'vertical'
      ? innerWidth - document.documentElement.scrollWidth
      : 0,
    devicePixelRatio,
  ]);
  const origin = { x: Math.floor(area.left), y: Math.floor(area.top) };
  const clip = {
    x: origin.x - left,
    y: origin.y,
    width: Math.ceil(area.width) + 1,
    height: Math.ceil(area.height) + 1,
  };
  const picture = await page.screenshot({ fullPage: true, clip });
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    scale,
    at: (x, y) => {
      const column = Math.floor((x - origin.x) * scale);
      const row = Math.floor((y - origin.y) * scale);
      return (data[(row * info.width + column) * info.channels] ?? 255) < 128;
    },
  };
}

/** The share of inked points in an area, from 0 to 1. */
export function coverage(ink: Ink, area: Area): number {
  let inked = 0;
  let all = 0;
  const step = 1 / ink.scale;
  for (let y = area.top + step / 2; y < area.top + area.height; y += step) {
    for (let x = area.left + step / 2; x < area.left + area.width; x += step) {
      if (ink.at(x, y)) inked += 1;
      all += 1;
    }
  }
  return inked / all;
}
