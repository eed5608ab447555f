import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { convertImage } from '#src/integration/image-conversion.ts';
import { cardVersion, largeVersion, shownVersions } from '#src/integration/image-versions.ts';
import type { ImageEntry } from '#src/manuscript/manuscript.ts';
import { drawing, lineArt, photo, photoPixels, plain } from '#tests/support/pictures.ts';

const digest = 'a'.repeat(64);
const entry = (width: number, height: number, path = 'a.jpg'): ImageEntry => ({
  path,
  digest,
  width,
  height,
});
const widths = (image: ImageEntry) => shownVersions(image).all.map(({ width }) => width);

describe('the versions of an image', () => {
  it.each([
    [4000, [480, 720, 1120, 1440]],
    [1440, [480, 720, 1120, 1440]],
    [1000, [480, 720, 1000]],
    [800, [480, 800]],
    [500, [500]],
    [1, [1]],
  ])('%i px wide are %j', (width, expected) => {
    expect(widths(entry(width, 300))).toEqual(expected);
  });

  it('keep its proportions', () => {
    for (const { width, height } of shownVersions(entry(4000, 3000)).all) {
      expect(height).toBe((width * 3) / 4);
    }
  });

  it('are no higher than WebP can be', () => {
    const strip = entry(1000, 20_000);
    expect(Math.max(...shownVersions(strip).all.map(({ height }) => height))).toBeLessThan(16_384);
    expect(largeVersion(strip).height).toBeLessThan(16_384);
  });

  it('show one that fills a column where nothing chooses', () => {
    expect(shownVersions(entry(4000, 3000)).middle.width).toBe(720);
    expect(shownVersions(entry(300, 300)).middle.width).toBe(300);
  });

  it('are larger where a link leads to one', () => {
    expect(largeVersion(entry(6000, 3000)).width).toBe(2560);
    expect(largeVersion(entry(1000, 500)).fileName).toBe(
      shownVersions(entry(1000, 500)).widest.fileName,
    );
  });

  it('are a JPEG of at most 1200 px for a card, an SVG drawn as large as that', () => {
    expect(cardVersion(entry(4000, 3000))).toMatchObject({ width: 1200, height: 900 });
    expect(cardVersion(entry(300, 400))).toMatchObject({ width: 300, height: 400 });
    expect(cardVersion(entry(300, 100, 'a.svg'))).toMatchObject({ width: 1200, height: 400 });
    expect(cardVersion(entry(1, 1, 'a.svg')).fileName).toMatch(/\.jpg$/);
  });

  it('of an SVG are one drawing', () => {
    const [only, ...others] = shownVersions(entry(4000, 3000, 'a.SVG')).all;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ make: 'svg', width: 4000, height: 3000 });
    expect(only?.fileName).toMatch(/^a{16}-[0-9a-f]{6}-drawing\.svg$/);
  });
});

const webp = (bytes: Uint8Array, width: number, height: number) =>
  convertImage(bytes, { fileName: '', make: 'webp', width, height });
const card = (bytes: Uint8Array, width: number, height: number) =>
  convertImage(bytes, { fileName: '', make: 'card', width, height });

async function pixel(bytes: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const extract = { left, top, width: 1, height: 1 };
  return [...(await sharp(bytes).removeAlpha().extract(extract).raw().toBuffer())];
}

describe('a conversion', () => {
  it('of a drawing holds neither scripts nor what an editor left in it', async () => {
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
      inkscape:export-filename="/home/kiri/map.svg" width="30" height="20" onload="alert(1)">
      <!-- 下書き --><metadata>kiri</metadata><script>alert(2)</script>
      <a href="javascript:alert(3)"><rect width="30" height="20" fill="#357"/></a><text y="9">灯台</text></svg>`;
    const version = { fileName: '', make: 'svg', width: 30, height: 20 } as const;
    const converted = await convertImage(new TextEncoder().encode(drawn), version);
    const text = new TextDecoder().decode(converted);
    expect(text).toContain('灯台');
    expect(text).not.toMatch(/kiri|下書き|alert|script|onload/);
    const { width, height } = await sharp(converted).metadata();
    expect({ width, height }).toEqual({ width: 30, height: 20 });
  });

  it('is upright, and tells neither where nor when a photo was taken', async () => {
    const sideways = await sharp(await plain({ width: 60, height: 40 }, '#102030'))
      .composite([{ input: await plain({ width: 20, height: 40 }, '#e01010'), left: 0, top: 0 }])
      .jpeg({ quality: 100 })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 41/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(sideways).metadata()).exif).toBeDefined();
    for (const converted of [await webp(sideways, 40, 60), await card(sideways, 40, 60)]) {
      const { width, height, exif, orientation, xmp, icc } = await sharp(converted).metadata();
      expect({ width, height, exif, orientation, xmp, icc }).toEqual({ width: 40, height: 60 });
      expect((await pixel(converted, 20, 5))[0]).toBeGreaterThan(180);
      expect((await pixel(converted, 20, 55))[0]).toBeLessThan(60);
    }
  });

  it('is in sRGB, whatever the profile of the file', async () => {
    const red = sharp(await plain({ width: 32, height: 32 }, { r: 200, g: 30, b: 30 }));
    const wide = await red.withIccProfile('p3').png().toBuffer();
    const [r = 0, g = 0, b = 0] = await pixel(await webp(wide, 32, 32), 16, 16);
    const { channels } = await sharp(wide, { ignoreIcc: true }).stats();
    // The numbers of the file are those of another space; the colour is that of the beginning.
    expect(Math.abs((channels[0]?.mean ?? 0) - 200)).toBeGreaterThan(8);
    for (const [is, was] of [
      [r, 200],
      [g, 30],
      [b, 30],
    ] as const) {
      expect(Math.abs(is - was)).toBeLessThan(4);
    }
  });

  it('keeps the lines of a drawing, exactly where it is not made smaller', async () => {
    const source = await lineArt({ width: 600, height: 400 });
    const converted = await webp(source, 600, 400);
    expect(await sharp(converted).removeAlpha().raw().toBuffer()).toEqual(
      await sharp(source).removeAlpha().raw().toBuffer(),
    );
  });

  it('of a photo in a PNG takes a fraction of the bytes that would be exact', async () => {
    const source = await photoPixels({ width: 800, height: 600 }).png().toBuffer();
    const exact = await sharp(source).resize(480).webp({ lossless: true }).toBuffer();
    expect((await webp(source, 480, 360)).length).toBeLessThan(exact.length / 3);
  });

  it('of a WebP holds nothing but the image either', async () => {
    const source = await photoPixels({ width: 300, height: 200 }).webp({ quality: 40 }).toBuffer();
    // A block of a kind that nobody knows, with what it says behind its name and length.
    const block = Buffer.from('GPSX\x08\0\0\0N35.6895');
    const telling = Buffer.concat([source, block]);
    telling.writeUInt32LE(telling.length - 8, 4);
    expect(Buffer.from(await webp(telling, 300, 200)).includes('35.6895')).toBe(false);
  });

  it('moves if the image does, and stands still on a card', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((colour) => plain({ width: 40, height: 30 }, colour)),
    );
    const source = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 200, 300], loop: 2 })
      .toBuffer();
    const { format, pages, delay, loop } = await sharp(await webp(source, 20, 15)).metadata();
    expect({ format, pages, delay, loop }).toEqual({
      format: 'webp',
      pages: 3,
      delay: [100, 200, 300],
      loop: 2,
    });
    const { pages: still = 1, height } = await sharp(await card(source, 40, 30)).metadata();
    expect({ still, height }).toEqual({ still: 1, height: 30 });
  });

  it('stands on paper on a card where it is transparent', async () => {
    const source = drawing({ width: 40, height: 40 }, '<rect width="20" height="40" fill="#000"/>');
    const png = await sharp(source).png().toBuffer();
    const paper = [0xfb, 0xfa, 0xf6];
    const seen = await pixel(await card(png, 40, 40), 35, 20);
    seen.forEach((value, i) => {
      expect(Math.abs(value - (paper[i] ?? 0))).toBeLessThan(4);
    });
  });

  it('draws an SVG as large as a card', async () => {
    const source = drawing({ width: 30, height: 10 }, '<rect width="15" height="10"/>');
    const converted = await card(source, 1200, 400);
    const { format, width, height } = await sharp(converted).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1200, height: 400 });
    // An edge that was drawn, and not enlarged.
    expect(await pixel(converted, 590, 200)).toEqual([0, 0, 0]);
    expect((await pixel(converted, 612, 200))[0]).toBeGreaterThan(240);
  });

  it('rejects a file that was cut short', async () => {
    const whole = await photo({ width: 800, height: 600 });
    await expect(webp(whole.subarray(0, whole.length / 2), 480, 360)).rejects.toThrow();
  });

  it('gives the same bytes whatever the number of threads', async () => {
    const size = { width: 1500, height: 1000 };
    const sources = [await photo(size), await lineArt(size)];
    const convertWith = async (threads: number) => {
      sharp.concurrency(threads);
      const converted = sources.map((source) => [webp(source, 720, 480), card(source, 720, 480)]);
      return Promise.all(converted.flat());
    };
    const usual = sharp.concurrency();
    onTestFinished(() => {
      sharp.concurrency(usual);
    });
    const alone = await convertWith(1);
    expect(alone).toHaveLength(4);
    expect(await convertWith(4)).toEqual(alone);
  });
});
