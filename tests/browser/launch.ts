import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { temporaryFolder } from '#tests/support/build-site.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { boxFace } from './box-face.ts';

/**
 * Starts the browser with the face of boxes as the only one of a Linux machine: pages look alike
 * everywhere from the first paint, and on a machine without any face Chromium would break down.
 */
export async function launchBrowser(): Promise<Browser> {
  const outer = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = await writeFontConfiguration();
  try {
    return await launchChromium();
  } finally {
    if (outer === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = outer;
  }
}

async function writeFontConfiguration(): Promise<string> {
  const folder = await temporaryFolder('fonts');
  const file = join(folder, 'fonts.conf');
  await writeFile(join(folder, 'Boxes.ttf'), boxFace());
  const folders = `<dir>${folder}</dir><cachedir>${folder}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
  return file;
}
