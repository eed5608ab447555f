import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMeasureImage, measuringKey } from '#src/integration/measure-image.ts';
import { digestOf } from '#src/manuscript/source-file.ts';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { drawing, photo, photoPixels } from '#tests/support/pictures.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder('measure');
});

async function measure(name: string, bytes: Uint8Array, digest = digestOf(bytes)) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return createMeasureImage(join(folder, 'cache'))(path, digest);
}

describe('measuring an image', () => {
  it('tells its size as it is seen', async () => {
    const sideways = await sharp(await photo({ width: 60, height: 40 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(await measure('a.jpg', sideways)).toEqual({ width: 40, height: 60 });
    expect(await measure('a.svg', drawing({ width: 30, height: 20 }, ''))).toEqual({
      width: 30,
      height: 20,
    });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'rejects a %s that was cut short behind its size',
    async (format) => {
      const whole = await photoPixels({ width: 400, height: 300 }).toFormat(format).toBuffer();
      await expect(measure(`whole.${format}`, whole)).resolves.toEqual({ width: 400, height: 300 });
      const cut = whole.subarray(0, Math.floor(whole.length * 0.7));
      await expect(measure(`cut.${format}`, cut)).rejects.toThrow();
    },
  );

  it('rejects what is none, and what only has the name of an SVG', async () => {
    await expect(measure('a.png', Buffer.from('絵'))).rejects.toThrow();
    await expect(measure('a.svg', await photo({ width: 9, height: 9 }))).rejects.toThrow();
  });

  it('decodes an image once', async () => {
    const bytes = await photo({ width: 40, height: 30 });
    const digest = digestOf(bytes);
    await measure('a.jpg', bytes);
    // Nothing but the memory can tell the size of this.
    expect(await measure('a.jpg', Buffer.from('絵'), digest)).toEqual({ width: 40, height: 30 });
  });

  it('remembers a size under what has measured it', async () => {
    const bytes = await photo({ width: 40, height: 30 });
    await measure('a.jpg', bytes);
    expect((await readdir(join(folder, 'cache'))).join()).toContain(measuringKey());
  });

  it('remembers nothing of a file that was saved again meanwhile', async () => {
    const [before, after] = [
      await photo({ width: 40, height: 30 }),
      await photo({ width: 8, height: 8 }),
    ];
    await measure('a.jpg', after, digestOf(before));
    expect(await measure('a.jpg', before)).toEqual({ width: 40, height: 30 });
  });
});
